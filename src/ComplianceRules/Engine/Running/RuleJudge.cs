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
    private readonly RunWaivers? _waivers;
    private readonly RuleFamilies _rules;
    private readonly HashSet<string> _counted;
    private readonly ConcurrentDictionary<CheckedRule, RuleBits> _judged = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<CheckedRule, MissingMemo> _missing = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _judging = new();
    private IBlockJudge _judge;

    /// <summary>Makes ready to judge.</summary>
    /// <param name="facts">The facts and the day.</param>
    /// <param name="stacks">The stack of each row.</param>
    /// <param name="inForce">The rules in force on the day.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <param name="guest">Answers conditions in the interpreter's place; null where it does so itself.</param>
    public RuleJudge(JudgedFacts facts, RowStacks stacks, RuleFamilies inForce, CancellationToken cancellation, IGuestEngine? guest = null)
    {
        _snapshot = facts.Snapshot;
        _stacks = stacks;
        _waivers = facts.Waivers;
        _rules = inForce;
        _counted = new HashSet<string>(inForce.All.SelectMany(r => r.Form.CountedRules), StringComparer.Ordinal);
        Interpreter = new ReferenceInterpreter(facts.Snapshot, facts.AsOf, this, facts.Previous);
        _judge = guest?.Begin(Interpreter, cancellation) ?? new ReferenceJudge(Interpreter, cancellation);
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

    /// <summary>The table that a rule judges; null where none of that id is in force.</summary>
    /// <param name="rule">The full id that findings know it by.</param>
    public string? SubjectOf(string rule) => _rules.Of(rule) is [var first, ..] ? first.Rule.Subject : null;

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

    /// <summary>The rules in force.</summary>
    public RuleFamilies Rules => _rules;

    /// <summary>Whether there are waivers at all.</summary>
    public bool HasWaivers => _waivers is not null;

    /// <summary>The waiver that excuses a row where it breaks a rule; null where none does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public FindingWaiver? WaiverOf(CheckedRule rule, int row) => _waivers?.At(rule, row)?.Source;

    /// <summary>Whether a row breaks a rule and is excused.</summary>
    /// <param name="rule">The rule's full id.</param>
    /// <param name="row">The row.</param>
    public bool IsWaived(string rule, int row) => _waivers is not null && Find(rule, row) is { } found && Judge(found).Verdict(row) == Verdict.Waived;

    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => Find(rule, row) is { } found ? Judge(found).Applies(row) : false;

    /// <inheritdoc/>
    public bool? Holds(string rule, int row) => Find(rule, row) is { } found ? Judge(found).Holds(row) : null;

    /// <inheritdoc/>
    public bool? Says(RuleSaysExpression asked, string rule, int row) => asked.Asked == RuleSaying.Reaches
        ? _rules.Of(rule).Any(r => r.Reaches(asked, _stacks.Of(_snapshot.Table(asked.Above), row)))
        : Find(rule, row) is { } found && found.IsPartOf(asked) ? Judge(found).Says(asked.Asked, row) : asked.Asked != RuleSaying.Concerns;

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row)
    {
        if (Find(rule, row) is not { } found) return [];
        FactTable table = _snapshot.Table(found.Rule.Subject);
        if (Judge(found).Verdict(row) != Verdict.Undetermined || _stacks.Of(table, row) is not { } stack) return [];
        MissingMemo memo = _missing.GetOrAdd(found, r => new MissingMemo(r.Form, _snapshot, table, Interpreter, frames => Missing(r, frames)) { KeepsRows = false });
        lock (memo) return memo.Of(row, stack.ParametersOf(found.Pack.Id)).Facts;
    }

    /// <summary>The facts that decide a rule on a row.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public MissingSet Missing(CheckedRule rule, RowFrames row) => Interpreter.MissingOfVerdict(rule.Form.Applies, rule.Form.Holds, row);

    private RuleBits Judged(CheckedRule rule)
    {
        FactTable table = _snapshot.Table(rule.Rule.Subject);
        PackRows rows = new([.. _stacks.Runs(table, rule.Reach)]);
        RuleBits bits = new(rows, _waivers?.Mask(rule, rows)) { Rule = rule, KeptByWaivers = KeptRoom(rule, rows) };
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
        if (bits.KeptByWaivers is not { } kept) return;
        (ulong[] True, ulong[] False) unexcused = Maps(block.Count);
        _judge.Judge(rule.Form.HoldsUnexcused!, block, unexcused.True, unexcused.False);
        for (int row = 0; row < block.Count; row++)
        {
            if (Answer(applies, row) == true && Answer(holds, row) == true && Answer(unexcused, row) == false) ValidityBits.Set(kept, block.Start - bits.First + row);
        }
    }

    private ulong[]? KeptRoom(CheckedRule rule, PackRows rows) => _waivers is null || rule.Form.HoldsUnexcused is null ? null : new ulong[rows.InStack.Length];

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
