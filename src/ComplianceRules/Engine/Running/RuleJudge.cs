using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges rules over a whole snapshot and answers when one rule asks for another's verdict.</summary>
/// <remarks>For one run; may be shared between threads once the run has ended. Only the answers of rules that others ask for are kept.</remarks>
internal sealed class RuleJudge : IVerdictLookup
{
    private readonly Snapshot _snapshot;
    private readonly RowStacks _stacks;
    private readonly RuleFamilies _rules;
    private readonly HashSet<string> _counted;
    private readonly ConcurrentDictionary<CheckedRule, RuleBits> _judged = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _judging = new();
    private ReferenceJudge _judge;

    /// <summary>Makes ready to judge.</summary>
    /// <param name="facts">The facts and the day.</param>
    /// <param name="stacks">The stack of each row.</param>
    /// <param name="inForce">The rules in force on the day.</param>
    /// <param name="cancellation">Stops the run.</param>
    public RuleJudge(JudgedFacts facts, RowStacks stacks, RuleFamilies inForce, CancellationToken cancellation)
    {
        _snapshot = facts.Snapshot;
        _stacks = stacks;
        _rules = inForce;
        _counted = new HashSet<string>(inForce.All.SelectMany(r => r.Form.CountedRules), StringComparer.Ordinal);
        Interpreter = new ReferenceInterpreter(facts.Snapshot, facts.AsOf, this, facts.Previous);
        _judge = new ReferenceJudge(Interpreter, cancellation);
    }

    /// <summary>Explains single rows.</summary>
    public ReferenceInterpreter Interpreter { get; }

    /// <summary>The rule that answers where one is named, of a row; null where none is in force there.</summary>
    /// <param name="rule">The full id that findings know it by.</param>
    /// <param name="row">The row, in the table of the rule's subject.</param>
    public CheckedRule? Find(string rule, int row)
    {
        ImmutableArray<CheckedRule> family = _rules.Of(rule);
        return family.IsEmpty || _stacks.Of(_snapshot.Table(family[0].Rule.Subject), row) is not { } stack ? null : family.FirstOrDefault(stack.Judges);
    }

    /// <summary>What a rule says of every row.</summary>
    /// <param name="rule">The rule.</param>
    public RuleBits Judge(CheckedRule rule)
    {
        if (!_counted.Contains(rule.Id)) return Judged(rule);
        if (_judged.TryGetValue(rule, out RuleBits? known)) return known;
        lock (_judging) return _judged.GetOrAdd(rule, _ => Judged(rule));
    }

    /// <summary>Takes over copies of what was found by columns of rules that others ask for.</summary>
    /// <param name="judgement">What rules say.</param>
    public void Take(Judgement judgement)
    {
        foreach ((CheckedRule rule, RuleBits bits) in judgement.Counted) _judged[rule] = bits.Copy();
    }

    /// <summary>Takes over what was found of rules that others ask for, and that nobody changes any more.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="bits">What it says.</param>
    public void Take(CheckedRule rule, RuleBits bits) => _judged[rule] = bits;

    /// <summary>Ends the run: what evidence asks for later is not stopped with it.</summary>
    public void End() => _judge = new ReferenceJudge(Interpreter, CancellationToken.None);

    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => Find(rule, row) is { } found ? Judge(found).Applies(row) : false;

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => Find(rule, row) is { } found ? Judge(found).Holds(row) : null;

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row)
    {
        if (Find(rule, row) is not { } found) return [];
        FactTable table = _snapshot.Table(found.Rule.Subject);
        return Judge(found).Verdict(row) == Verdict.Undetermined && _stacks.Of(table, row) is { } stack ? Missing(found, new RowFrames(table, row, stack.ParametersOf(found.Pack.Id))).Facts : [];
    }

    /// <summary>The facts that decide a rule on a row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public MissingSet Missing(CheckedRule rule, RowFrames row) => Interpreter.MissingOfVerdict(rule.Form.Applies, rule.Form.Holds, row);

    private RuleBits Judged(CheckedRule rule)
    {
        FactTable table = _snapshot.Table(rule.Rule.Subject);
        PackRows rows = new([.. _stacks.Runs(table, rule.Reach)]);
        RuleBits bits = new(rows);
        foreach (StackRun run in rows.Runs) Judge(rule, new RowBlock(table, run.Start, run.End - run.Start, run.Stack.ParametersOf(rule.Pack.Id)), bits);
        return bits;
    }

    private void Judge(CheckedRule rule, RowBlock block, RuleBits bits)
    {
        (ulong[] True, ulong[] False) applies = Maps(block.Count);
        (ulong[] True, ulong[] False) holds = Maps(block.Count);
        _judge.Judge(rule.Form.Applies, block, applies.True, applies.False);
        _judge.Judge(rule.Form.Holds, block, holds.True, holds.False);
        for (int row = 0; row < block.Count; row++) Put(bits, block.Start - bits.First + row, Answer(applies, row), Answer(holds, row));
    }

    private static void Put(RuleBits bits, int bit, bool? applies, bool? holds)
    {
        if (applies == true) ValidityBits.Set(bits.Answers!.Applies, bit);
        if (holds is { } known) ValidityBits.Set(known ? bits.Answers!.Holds : bits.Answers!.HoldsNot, bit);
        if (applies == false) ValidityBits.Set(bits.Outside, bit);
        else if (applies is null || holds is null) ValidityBits.Set(bits.Open, bit);
        else if (holds == false) ValidityBits.Set(bits.Broken, bit);
    }

    private static bool? Answer((ulong[] True, ulong[] False) maps, int row) => ValidityBits.Get(maps.True, row) ? true : ValidityBits.Get(maps.False, row) ? false : null;

    private static (ulong[] True, ulong[] False) Maps(int rows) => (new ulong[ValidityBits.Words(rows)], new ulong[ValidityBits.Words(rows)]);
}
