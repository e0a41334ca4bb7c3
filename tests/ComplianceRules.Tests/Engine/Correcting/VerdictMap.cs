using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>What every rule says of every row: by the engine that defines the meaning.</summary>
internal sealed class VerdictMap
{
    private readonly Dictionary<(string Rule, string Row), Verdict> _verdicts;

    /// <summary>Judges everything.</summary>
    public VerdictMap(Plan plan, Snapshot snapshot, RunOptions options) =>
        _verdicts = plan.Run(snapshot, options with { Engine = JudgingEngine.Reference, IncludeAll = true, IncludePersonal = true, Corrections = false }).Findings
            .Where(f => f.Subject is not null).ToDictionary(f => (f.Rule, f.Subject!.ToString()), f => f.Verdict);

    /// <summary>What a rule says of a row; undetermined where all rows lack the same.</summary>
    public Verdict Of(string rule, string row) => _verdicts.GetValueOrDefault((rule, row));

    /// <summary>What of rows other than regions is worse than before: broken now and not then, or not known any more.</summary>
    public IEnumerable<string> WorseThan(VerdictMap before) => before._verdicts.Keys.Union(_verdicts.Keys)
        .Where(k => !k.Row.StartsWith("region:", StringComparison.Ordinal) && IsWorse(before.Of(k.Rule, k.Row), Of(k.Rule, k.Row)))
        .Select(k => $"{k.Rule} on {k.Row}: {before.Of(k.Rule, k.Row)} becomes {Of(k.Rule, k.Row)}");

    private static bool IsWorse(Verdict before, Verdict after) => (before, after) switch
    {
        (not Verdict.NonCompliant, Verdict.NonCompliant) => true,
        (Verdict.Compliant or Verdict.NotApplicable, Verdict.Undetermined or Verdict.Waived) => true,
        _ => false,
    };
}
