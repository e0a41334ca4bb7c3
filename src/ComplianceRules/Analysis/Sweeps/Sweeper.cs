using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Judges rules for every value: where it can, rows once and then by searching; else once for each value.</summary>
/// <remarks>For one run.</remarks>
/// <param name="plan">The day.</param>
/// <param name="snapshot">The facts.</param>
/// <param name="target">The parameter and the rules.</param>
/// <param name="range">The values.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class Sweeper(Plan plan, Snapshot snapshot, SweepTarget target, SweepRange range, CancellationToken cancellation)
{
    private const int Step = 1 << 14;

    private readonly Dictionary<CheckedRule, ImmutableArray<VerdictCounts>> _counts = new(ReferenceEqualityComparer.Instance);
    private IProgress<RunProgress>? _progress;
    private long _rows;
    private long _done;
    private long _said;

    /// <summary>Tries all values.</summary>
    /// <param name="request">What is asked for.</param>
    public ParameterSweep Sweep(WhatIfRequest request)
    {
        RowStacks stacks = plan.StacksOf(snapshot, request.Run);
        SearchedRule?[] searched = [.. target.Rules.Select(r => SearchedRule.Of(r, target))];
        CheckedRule[] judged = [.. target.Rules.Where((_, number) => searched[number] is null)];
        _progress = request.Run.Progress;
        _rows = RowsOf(searched.OfType<SearchedRule>().Select(r => r.Rule)) + (RowsOf(judged) * range.Values.Length) + RowsOf(target.Rules);
        RowStacks any = Laid(stacks, range.Values[0]);
        RuleJudge judge = plan.JudgeOf(snapshot, any, request.Run, cancellation);
        foreach (SearchedRule rule in searched.OfType<SearchedRule>()) _counts[rule.Rule] = Search(rule, any, judge);
        JudgeEach(judged, stacks, request.Run);
        ImmutableArray<VerdictCounts> now = plan.Count(snapshot, stacks, Only(request.Run, target.Rules), cancellation);
        Judged(_rows);
        return new ParameterSweep(request.Parameter, request.Key, plan.AsOf, [.. range.Values.Select(v => new FindingValue(range.Type, v.Text))], [.. target.Rules.Select((rule, number) => Swept(rule, now[number]))])
        {
            Unit = target.Parameter.Signature.Type.Unit?.Text,
            LeftOut = target.LeftOut,
        };
    }

    private SweptRule Swept(CheckedRule rule, VerdictCounts now) => new(rule.Id, rule.Pack.Id, rule.Rule.Title, rule.Rule.Subject, now, _counts[rule]);

    private ImmutableArray<VerdictCounts> Search(SearchedRule rule, RowStacks stacks, RuleJudge judge)
    {
        MarginTally tally = new();
        FactTable table = snapshot.Table(rule.Rule.Rule.Subject);
        foreach (StackRun run in stacks.Runs(table, rule.Rule.Reach))
        {
            ParameterTable parameters = run.Stack.ParametersOf(rule.Rule.Pack.Id);
            for (int row = run.Start; row < run.End; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                Take(rule, new RowFrames(table, row, parameters), judge, tally);
                if ((row & (Step - 1)) == Step - 1) Judged(Step);
            }
        }

        Judged(table.Count & (Step - 1));
        tally.Sort();
        TimeScale scale = rule.Limit.Type.Scale ?? TimeScale.WholeDay;
        return [.. range.Values.Select(v => tally.At(rule.Operator, SweepRange.Place(StrictestValue.Placed(v, scale))!.Value))];
    }

    private void Take(SearchedRule rule, RowFrames row, RuleJudge judge, MarginTally tally)
    {
        ReferenceInterpreter interpreter = judge.Interpreter;
        bool? applies = Truth(interpreter.Evaluate(rule.Rule.Form.Applies, row));
        if (applies is null) tally.Settle(Verdict.Undetermined);
        else if (applies == false) tally.Settle(Verdict.NotApplicable);
        else if (!IsSwept(rule, row, interpreter)) tally.Settle(VerdictOf(Truth(interpreter.Evaluate(rule.Rule.Form.Holds, row)), judge.WaiverOf(rule.Rule, row.Row) is not null));
        else if (SweepRange.Place(interpreter.Evaluate(rule.Measure, row)) is { } measure) tally.Add(measure, judge.WaiverOf(rule.Rule, row.Row) is not null);
        else tally.Settle(Verdict.Undetermined);
    }

    // The limit of other keys is not the one that is tried; where the key is unknown, so is the limit.
    private bool IsSwept(SearchedRule rule, RowFrames row, ReferenceInterpreter interpreter) =>
        rule.Limit.Key is null || (interpreter.Evaluate(rule.Limit.Key, row) is TextValue key && key.Content == target.Key);

    private static bool? Truth(Value value) => (value as BoolValue)?.Truth;

    private static Verdict VerdictOf(bool? holds, bool isExcused) => holds switch
    {
        true => Verdict.Compliant,
        false when isExcused => Verdict.Waived,
        false => Verdict.NonCompliant,
        null => Verdict.Undetermined,
    };

    private void JudgeEach(CheckedRule[] rules, RowStacks stacks, RunOptions options)
    {
        if (rules.Length == 0) return;
        VerdictCounts[][] counts = [.. rules.Select(_ => new VerdictCounts[range.Values.Length])];
        RunOptions only = Only(options, rules);
        for (int value = 0; value < range.Values.Length; value++)
        {
            ImmutableArray<VerdictCounts> found = plan.Count(snapshot, Laid(stacks, range.Values[value]), only, cancellation);
            for (int rule = 0; rule < rules.Length; rule++) counts[rule][value] = found[rule];
            Judged(RowsOf(rules));
        }

        for (int rule = 0; rule < rules.Length; rule++) _counts[rules[rule]] = [.. counts[rule]];
    }

    private long RowsOf(IEnumerable<CheckedRule> rules) => rules.Sum(r => (long)snapshot.Table(r.Rule.Subject).Count);

    // Rows that no stack judges are passed over, so that a rule may be at its end before it has told of all of them.
    private void Judged(long rows)
    {
        _done = Math.Min(_done + rows, _rows);
        if (_done == _said) return;
        _said = _done;
        _progress?.Report(new RunProgress(_done, _rows));
    }

    private RowStacks Laid(RowStacks stacks, Value value)
    {
        KeyValuePair<(string Name, string? Key), Value>[] values = [KeyValuePair.Create((target.Parameter.Signature.Name, target.Key), value)];
        return new RowStacks(stacks, stack => stack.With(values, target.Readers));
    }

    private static RunOptions Only(RunOptions options, IEnumerable<CheckedRule> rules) => options with { Progress = null, Chosen = rules.Select(r => r.FullId).ToFrozenSet(StringComparer.Ordinal) };
}
