using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine;

/// <summary>A rule as it is written, and the verdict it means.</summary>
/// <param name="Id">The id.</param>
/// <param name="Subject">The table it judges.</param>
/// <param name="Json">The rule as it stands in a pack.</param>
/// <param name="Applies">Whether it applies to a row; null where that is unknown.</param>
/// <param name="Holds">Whether a row keeps it; null where that is unknown.</param>
internal sealed record MadeRule(string Id, string Subject, string Json, Func<MadeRow, bool?> Applies, Func<MadeRow, bool?> Holds)
{
    /// <summary>The band of a row whose measure is known; null where the rule has none.</summary>
    public Func<MadeRow, string?>? Band { get; init; }

    public Verdict VerdictOn(MadeRow row) => (Applies(row), Holds(row)) switch
    {
        (false, _) => Verdict.NotApplicable,
        (null, _) or (_, null) => Verdict.Undetermined,
        (_, true) => Verdict.Compliant,
        _ => Verdict.NonCompliant,
    };
}
