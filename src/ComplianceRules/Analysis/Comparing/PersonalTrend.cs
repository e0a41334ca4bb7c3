using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What two assessments say of a rule over persons: the counts of both side by side, and no difference, which could tell of single persons.</summary>
/// <remarks>Immutable. Whether a person of one assessment is one of the other is not looked at.</remarks>
/// <param name="Rule">The rule, as the later assessment tells it where it has it.</param>
/// <param name="BrokenBefore">How many broke it before; null where the earlier assessment does not have the rule.</param>
/// <param name="BrokenAfter">How many break it now; null where the later assessment does not have the rule.</param>
/// <param name="UnknownBefore">Of how many it could not be told before.</param>
/// <param name="UnknownAfter">Of how many it cannot be told now.</param>
public sealed record PersonalTrend(RecordedRule Rule, ShownCount? BrokenBefore, ShownCount? BrokenAfter, ShownCount? UnknownBefore, ShownCount? UnknownAfter)
{
    /// <summary>Whether the counts show that more break it now.</summary>
    public bool HasRisen => BrokenAfter is { } now && (BrokenBefore is { } old ? now.Least > old.Least && old.IsExact : now.Least > 0);
}
