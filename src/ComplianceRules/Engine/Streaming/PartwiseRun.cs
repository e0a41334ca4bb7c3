using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges a snapshot some rules at a time, so that no more than their findings are held at once.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="plan">Judges.</param>
/// <param name="sink">Takes the findings.</param>
/// <param name="options">What to judge.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class PartwiseRun(Plan plan, IFindingSink sink, RunOptions options, CancellationToken cancellation)
{
    /// <summary>How many rows rules judged together may have, each rule counted.</summary>
    public required long RowsAtOnce { get; init; }

    /// <summary>Judges a snapshot of which is known that the options fit.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="rules">The rules in force, in the order of an assessment.</param>
    /// <param name="notInForce">The full ids of rules asked for that are not in force.</param>
    /// <returns>The assessment without its findings.</returns>
    public Assessment Run(Snapshot snapshot, ImmutableArray<CheckedRule> rules, ImmutableArray<string> notInForce)
    {
        List<Assessment> parts = [];
        RunShare share = new(0, 0, rules.Sum(r => RowsOf(r, snapshot)));
        for (int start = 0; parts.Count == 0 || start < rules.Length;)
        {
            int end = EndOfPart(snapshot, rules, start);
            share = new RunShare(share.End, rules[start..end].Sum(r => RowsOf(r, snapshot)), share.All);
            PartProgress? progress = options.Progress is { } whole ? new PartProgress(whole, share) : null;
            RunOptions own = options with
            {
                Chosen = rules[start..end].Select(r => r.FullId).Concat(notInForce).ToFrozenSet(StringComparer.Ordinal),
                Progress = progress,
                ForReassessment = false,
                Overview = false,
            };
            Assessment part = plan.RunUnchecked(snapshot, own, cancellation);
            progress?.End();
            sink.Take(part.Findings);
            parts.Add(part with { Findings = [] });
            start = end;
        }

        GC.KeepAlive(snapshot);
        GC.KeepAlive(options.Previous);
        return parts[0] with { Rules = [.. parts.SelectMany(p => p.Rules)], PersonalCounts = [.. parts.SelectMany(p => p.PersonalCounts)], WaiverTally = WaiverTally.Sum(parts.Select(p => p.WaiverTally)) };
    }

    private int EndOfPart(Snapshot snapshot, ImmutableArray<CheckedRule> rules, int start)
    {
        long rows = 0;
        int end = start;
        while (end < rules.Length && (end == start || rows + RowsOf(rules[end], snapshot) <= RowsAtOnce)) rows += RowsOf(rules[end++], snapshot);
        return end;
    }

    private static long RowsOf(CheckedRule rule, Snapshot snapshot) => snapshot.Table(rule.Rule.Subject).Count;
}
