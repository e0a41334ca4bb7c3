using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Engine.Waiving;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Holds the verdicts, counts and findings of both engines against each other.</summary>
/// <param name="packs">The packs.</param>
internal sealed class EnginePair(PairPacks packs)
{
    private readonly Plan _plan = Plan.For(packs.Catalogue, Judged.Day);
    private readonly Dictionary<string, CheckedRule> _rules = packs.Catalogue.Rules.Where(r => r.Rule.Effective.Contains(Judged.Day)).ToDictionary(r => r.FullId, StringComparer.Ordinal);

    /// <summary>How many rows had which verdict so far.</summary>
    public Dictionary<Verdict, long> Seen { get; } = [];

    /// <summary>What differs first between what columns and the interpreter say; null where nothing does.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What is judged.</param>
    public string? Verdicts(Snapshot snapshot, RunOptions options)
    {
        RowStacks stacks = new(snapshot, new StackBook(packs.Catalogue, Judged.Day), options);
        RunWaivers? waivers = DayWaivers.Of([.. packs.Catalogue.Waivers, .. options.Waivers?.Checked ?? []], Judged.Day) is { } day ? new RunWaivers(day, snapshot, stacks) : null;
        RuleJudge reference = new(new JudgedFacts(snapshot, options.Previous, Judged.Day) { Waivers = waivers }, stacks, new RuleFamilies(_rules.Values), CancellationToken.None);
        using Judgement judgement = _plan.Judge(snapshot, options);
        for (int number = 0; number < judgement.Rules.Length; number++)
        {
            CheckedRule rule = _rules[judgement.Rules[number]];
            if (OfRule(judgement, number, reference.Judge(rule), snapshot.Table(rule.Rule.Subject)) is { } fault) return $"{rule.FullId} on {fault}";
            if (new ComposedOracle(_rules.Values, reference, stacks, snapshot).Fault(rule) is { } wrong) return $"{rule.FullId} on {wrong}";
            if (rule.Form.Composed.IsEmpty && Excused(rule, reference.Judge(rule), snapshot, options.Waivers) is { } other) return $"{rule.FullId} on {other}";
        }

        return judgement.Rules.SequenceEqual(_rules.Values.Where(options.Selects).Select(r => r.FullId)) ? null : $"the rules {string.Join(", ", judgement.Rules)}";
    }

    /// <summary>What differs first between the reports of both engines; null where nothing does.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What is judged.</param>
    public string? Reports(Snapshot snapshot, RunOptions options)
    {
        byte[] columns = Bytes(_plan.Run(snapshot, options));
        byte[] interpreted = Bytes(_plan.Run(snapshot, options with { Engine = JudgingEngine.Reference }));
        if (columns.AsSpan().SequenceEqual(interpreted)) return null;
        int at = columns.AsSpan().CommonPrefixLength(interpreted);
        return $"reports from {at}: columns {Around(columns, at)}, interpreter {Around(interpreted, at)}";
    }

    /// <summary>What differs first between judgements by several numbers of threads; null where nothing does.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What is judged.</param>
    public string? Threads(Snapshot snapshot, RunOptions options)
    {
        using Judgement one = _plan.Judge(snapshot, options with { Threads = 1 });
        foreach (int threads in (ReadOnlySpan<int>)[2, 8])
        {
            using Judgement many = _plan.Judge(snapshot, options with { Threads = threads });
            for (int rule = 0; rule < one.Rules.Length; rule++)
            {
                if (one.CountsOf(rule) != many.CountsOf(rule) || !AreSame(one.RowsOf(rule), many.RowsOf(rule))) return $"{one.Rules[rule]} by {threads} threads";
            }
        }

        return null;
    }

    private static bool AreSame((ReadOnlyMemory<int> Broken, ReadOnlyMemory<int> Open) one, (ReadOnlyMemory<int> Broken, ReadOnlyMemory<int> Open) other) =>
        one.Broken.Span.SequenceEqual(other.Broken.Span) && one.Open.Span.SequenceEqual(other.Open.Span);

    // Rows are excused by what the waivers say, and by nothing else.
    private static string? Excused(CheckedRule rule, RuleBits bits, Snapshot snapshot, WaiverFile? waivers)
    {
        for (int row = 0; row < snapshot.Table(rule.Rule.Subject).Count; row++)
        {
            if (!bits.InStack(row) || bits.Verdict(row) is not (Verdict.NonCompliant or Verdict.Waived)) continue;
            if (bits.Verdict(row) == Verdict.Waived != MadeWaivers.Excuses(waivers, rule, snapshot, row)) return $"row {row}: {bits.Verdict(row)}";
        }

        return null;
    }

    private string? OfRule(Judgement judgement, int number, RuleBits bits, FactTable table)
    {
        for (int row = 0; row < table.Count; row++)
        {
            Verdict? expected = bits.InStack(row) ? bits.Verdict(row) : null;
            Verdict? found = judgement.VerdictOf(number, row);
            if (expected != found) return $"row {row} ({table.Id(row)}): columns {found}, interpreter {expected}";
            if (expected is { } verdict) Seen[verdict] = Seen.GetValueOrDefault(verdict) + 1;
        }

        (ReadOnlyMemory<int> broken, ReadOnlyMemory<int> open) = judgement.RowsOf(number);
        VerdictCounts counts = judgement.CountsOf(number);
        if (bits.Counts != counts) return $"its rows: columns count {counts}, the interpreter {bits.Counts}";
        return broken.Length == counts.NonCompliant && open.Length == counts.Undetermined ? null : $"its rows: {broken.Length} and {open.Length} listed, not {counts}";
    }

    private static string Around(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, at - 300)..Math.Min(bytes.Length, at + 100)));

    private static byte[] Bytes(Assessment assessment) => Written.By(new JsonReportWriter(), assessment);
}
