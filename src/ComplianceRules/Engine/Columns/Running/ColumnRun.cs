using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Judges rules over a snapshot by columns.</summary>
/// <remarks>The same answers for any number of threads: a block is judged by one thread, and blocks share nothing.</remarks>
/// <param name="plan">The rules.</param>
/// <param name="binding">What is judged.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="options">How many threads, and who is told how far it is.</param>
/// <param name="cancellation">Stops the run between blocks.</param>
internal sealed class ColumnRun(ColumnPlan plan, SnapshotBinding binding, RowStacks stacks, RunOptions options, CancellationToken cancellation)
{
    private readonly RuleAnswers _answers = new();
    private readonly Dictionary<(string Table, string Pack), PackRows> _rows = [];

    /// <summary>Judges rules and those that they count.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="find">Finds a rule in force by its full id.</param>
    /// <returns>What each rule said, by full id.</returns>
    public Dictionary<string, RuleBits> Judge(IEnumerable<CheckedRule> rules, Func<string, CheckedRule?> find)
    {
        Dictionary<string, RuleBits> judged = new(StringComparer.Ordinal);
        foreach (ImmutableArray<CheckedRule> pass in CountedLevels.Of(rules, find))
        {
            foreach (IGrouping<string, CheckedRule> table in pass.GroupBy(r => r.Rule.Subject, StringComparer.Ordinal)) JudgeTable(table, judged);
            foreach (CheckedRule rule in pass)
            {
                if (judged[rule.FullId].Answers is not null) _answers.Keep(rule.FullId, judged[rule.FullId]);
            }
        }

        return judged;
    }

    private void JudgeTable(IGrouping<string, CheckedRule> rules, Dictionary<string, RuleBits> judged)
    {
        TableProgram program = plan.Programs.First(p => p.Schema.Name == rules.Key);
        ImmutableArray<RuleGroup> groups = [.. rules.GroupBy(r => (r.Pack.Id, plan.Rule(r).Applies)).Select(g => Group(g, judged))];
        TablePass pass = new(program.Index, [.. groups.Where(g => g.Rows.Count > 0).OrderBy(g => g.Rows.From).ThenBy(g => g.Rows.End)]);
        int threads = Math.Min(options.Threads, pass.Blocks);
        if (threads > 1)
        {
            JudgeBlocks(pass, threads);
            return;
        }

        ColumnWorker worker = new(plan, binding, _answers, cancellation);
        for (int block = 0; block < pass.Blocks; block++) JudgeBlock(pass, worker, block);
    }

    private RuleGroup Group(IGrouping<(string Pack, TruthNode Applies), CheckedRule> rules, Dictionary<string, RuleBits> judged)
    {
        PackRows rows = RowsOf(rules.First().Rule.Subject, rules.Key.Pack);
        ulong[] outside = new ulong[rows.InStack.Length];
        ImmutableArray<(TruthNode, RuleBits)>.Builder made = ImmutableArray.CreateBuilder<(TruthNode, RuleBits)>();
        foreach (CheckedRule rule in rules)
        {
            RuleBits bits = new(rows, outside, plan.IsCounted(rule) ? new KeptAnswers(outside.Length) : null);
            judged.Add(rule.FullId, bits);
            made.Add((plan.Rule(rule).Holds, bits));
        }

        return new RuleGroup(rows, rules.Key.Applies, outside, made.ToImmutable());
    }

    private PackRows RowsOf(string table, string pack)
    {
        if (!_rows.TryGetValue((table, pack), out PackRows? rows))
            _rows.Add((table, pack), rows = new PackRows([.. stacks.Runs(binding.Snapshot.Table(table), pack)]));
        return rows;
    }

    private void JudgeBlocks(TablePass pass, int threads)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, pass.Blocks, parallel, () => new ColumnWorker(plan, binding, _answers, cancellation), (block, _, worker) =>
        {
            JudgeBlock(pass, worker, block);
            return worker;
        }, _ => { });
    }

    private static void JudgeBlock(TablePass pass, ColumnWorker worker, int block)
    {
        worker.Check();
        pass.Judge(worker, block);
    }
}
