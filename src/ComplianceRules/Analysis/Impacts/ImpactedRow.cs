using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>One row that changes verdict.</summary>
/// <remarks>Immutable. Never a person.</remarks>
/// <param name="Rule">The full id that findings know the rule by.</param>
/// <param name="Row">The row.</param>
/// <param name="From">The verdict by the old packs; null where the rule did not judge the row.</param>
/// <param name="To">The verdict by the new packs; null where the rule does not judge the row.</param>
public sealed record ImpactedRow(string Rule, Subject Row, Verdict? From, Verdict? To)
{
    /// <summary>Whether the row is or was found wanting, undecided or excused: other moves ask nothing of anybody.</summary>
    public bool Matters => IsOpen(From) || IsOpen(To);

    private static bool IsOpen(Verdict? verdict) => verdict is Verdict.NonCompliant or Verdict.Undetermined or Verdict.Waived;
}
