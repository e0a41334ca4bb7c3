using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What a change of facts must not make worse.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Row">The row.</param>
/// <param name="Before">What the rule says of it now.</param>
internal sealed record ChangeGoal(CheckedRule Rule, int Row, Verdict Before)
{
    /// <summary>Whether the row keeps the rule now, or is none of its concern.</summary>
    public bool IsKeptNow => Before is Verdict.Compliant or Verdict.NotApplicable;

    /// <summary>Whether a verdict is no worse than the one now.</summary>
    /// <param name="after">The verdict after the change.</param>
    public bool Allows(Verdict after) => after switch
    {
        Verdict.NonCompliant => Before == Verdict.NonCompliant,
        Verdict.Waived => Before is Verdict.NonCompliant or Verdict.Waived,
        Verdict.Undetermined => Before is Verdict.NonCompliant or Verdict.Waived or Verdict.Undetermined,
        _ => true,
    };
}
