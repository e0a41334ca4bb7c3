using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges rules over a whole snapshot, each once, and answers when one rule asks for another's verdict.</summary>
/// <remarks>For one run and one thread.</remarks>
internal sealed class RuleJudge : IVerdictLookup
{
    private readonly Snapshot _snapshot;
    private readonly RowStacks _stacks;
    private readonly Dictionary<string, CheckedRule> _rules;
    private readonly Dictionary<string, RuleBits> _judged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly ReferenceJudge _judge;

    /// <summary>Makes ready to judge.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="stacks">The stack of each row.</param>
    /// <param name="inForce">The rules in force on the day.</param>
    /// <param name="cancellation">Stops the run.</param>
    public RuleJudge(Snapshot snapshot, DateOnly asOf, RowStacks stacks, IEnumerable<CheckedRule> inForce, CancellationToken cancellation)
    {
        _snapshot = snapshot;
        _stacks = stacks;
        _rules = inForce.ToDictionary(r => r.FullId, StringComparer.Ordinal);
        Interpreter = new ReferenceInterpreter(snapshot, asOf, this);
        _judge = new ReferenceJudge(Interpreter, cancellation);
    }

    /// <summary>Explains single rows.</summary>
    public ReferenceInterpreter Interpreter { get; }

    /// <summary>What a rule says of every row.</summary>
    /// <param name="rule">The rule.</param>
    public RuleBits Judge(CheckedRule rule)
    {
        if (_judged.TryGetValue(rule.FullId, out RuleBits? known)) return known;
        FactTable table = _snapshot.Table(rule.Rule.Subject);
        RuleBits bits = new(table.Count);
        _underWay.Add(rule.FullId);
        foreach ((int start, int count, PackStack stack) in Runs(table, rule.Pack.Id)) Judge(rule, new RowBlock(table, start, count, stack.Parameters), bits);
        _underWay.Remove(rule.FullId);
        return _judged[rule.FullId] = bits;
    }

    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => !_rules.TryGetValue(rule, out CheckedRule? found) ? false : IsUnderWay(found) ? null : Judge(found).Applies(row);

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => _rules.TryGetValue(rule, out CheckedRule? found) && !IsUnderWay(found) ? Judge(found).Holds(row) : null;

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row)
    {
        CheckedRule found = _rules[rule];
        FactTable table = _snapshot.Table(found.Rule.Subject);
        return Judge(found).Verdict(row) == Verdict.Undetermined && _stacks.Of(table, row) is { } stack ? Missing(found, new RowFrames(table, row, stack.Parameters)) : [];
    }

    /// <summary>The facts without which a rule cannot be decided on a row, each path once, in ordinal order.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public ImmutableArray<MissingFact> Missing(CheckedRule rule, RowFrames row)
    {
        IEnumerable<MissingFact> all = Interpreter.Missing(rule.Form.Applies, row).Concat(Interpreter.Missing(rule.Form.Holds, row));
        return [.. all.DistinctBy(m => m.Path).OrderBy(m => m.Path, StringComparer.Ordinal)];
    }

    /// <summary>Whether a rule asks for its own verdict, over other rules or at once: it has none yet, and never will.</summary>
    private bool IsUnderWay(CheckedRule rule) => _underWay.Contains(rule.FullId);

    private void Judge(CheckedRule rule, RowBlock block, RuleBits bits)
    {
        (ulong[] True, ulong[] False) applies = Maps(block.Count);
        (ulong[] True, ulong[] False) holds = Maps(block.Count);
        _judge.Judge(rule.Form.Applies, block, applies.True, applies.False);
        _judge.Judge(rule.Form.Holds, block, holds.True, holds.False);
        bits.Take(block.Start, block.Count, applies, holds);
    }

    private static (ulong[] True, ulong[] False) Maps(int rows) => (new ulong[ValidityBits.Words(rows)], new ulong[ValidityBits.Words(rows)]);

    /// <summary>Runs of neighbouring rows of one stack that has the pack, cut into blocks.</summary>
    private IEnumerable<(int Start, int Count, PackStack Stack)> Runs(FactTable table, string pack)
    {
        int start = 0;
        while (start < table.Count)
        {
            PackStack? stack = _stacks.Of(table, start);
            int end = start + 1;
            while (end < table.Count && end - start < RowBlock.Largest && _stacks.Of(table, end) == stack) end++;
            if (stack is not null && stack.Has(pack)) yield return (start, end - start, stack);
            start = end;
        }
    }
}
