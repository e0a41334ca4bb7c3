using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What rules say of single rows where some facts are taken for others: by the engine that defines the meaning, and only of the rows asked for.</summary>
/// <remarks>For one set of changes and one thread.</remarks>
internal sealed class ChangedVerdicts : IVerdictLookup
{
    private readonly RuleJudge _judge;
    private readonly CorrectionRows _rows;
    private readonly Dictionary<(CheckedRule Rule, int Row), (bool? Applies, bool? Holds)> _known = [];

    private ChangedVerdicts(RuleJudge judge, CorrectionRows rows, ChangedFacts changed)
    {
        (_judge, _rows) = (judge, rows);
        Interpreter = judge.Interpreter.With(changed, this);
    }

    /// <summary>Reads the facts as they are taken.</summary>
    public ReferenceInterpreter Interpreter { get; }

    /// <summary>What rules say after changes.</summary>
    /// <param name="judge">What judged the rules.</param>
    /// <param name="rows">The rows and their stacks.</param>
    /// <param name="changes">The facts and the numbers of their new values.</param>
    public static ChangedVerdicts After(RuleJudge judge, CorrectionRows rows, IEnumerable<(ChangeableFact Fact, long Number)> changes) =>
        new(judge, rows, new ChangedFacts(changes.ToDictionary(c => (c.Fact.Table.Schema.Name, c.Fact.Row, c.Fact.Field.Name), c => c.Fact.At(c.Number))));

    /// <summary>What a rule says of a row that it judges.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public Verdict Of(CheckedRule rule, int row)
    {
        (bool? applies, bool? holds) = Answers(rule, row);
        return (applies, holds) switch
        {
            (false, _) => Verdict.NotApplicable,
            (true, true) => Verdict.Compliant,
            (true, false) => _judge.WaiverOf(rule, row) is null ? Verdict.NonCompliant : Verdict.Waived,
            _ => Verdict.Undetermined,
        };
    }

    /// <inheritdoc/>
    public bool? Applies(string rule, int row) => _judge.Find(rule, row) is { } found ? Answers(found, row).Applies : false;

    /// <inheritdoc/>
    public bool? Holds(string rule, int row)
    {
        if (_judge.Find(rule, row) is not { } found) return null;
        return Answers(found, row).Holds is false ? _judge.WaiverOf(found, row) is not null : Answers(found, row).Holds;
    }

    /// <inheritdoc/>
    public bool? Says(RuleSaysExpression asked, string rule, int row)
    {
        if (asked.Asked == RuleSaying.Reaches) return _judge.Says(asked, rule, row);
        if (_judge.Find(rule, row) is not { } found || !found.IsPartOf(asked)) return asked.Asked != RuleSaying.Concerns;
        Verdict verdict = Of(found, row);
        if (asked.Asked == RuleSaying.Concerns) return verdict != Verdict.NotApplicable;
        return verdict switch
        {
            Verdict.NonCompliant => false,
            Verdict.Waived => asked.Asked == RuleSaying.Keeps,
            Verdict.Undetermined => null,
            _ => true,
        };
    }

    /// <inheritdoc/>
    public ImmutableArray<MissingFact> Missing(string rule, int row) => [];

    private (bool? Applies, bool? Holds) Answers(CheckedRule rule, int row)
    {
        if (_known.TryGetValue((rule, row), out (bool? Applies, bool? Holds) known)) return known;
        RowFrames frames = _rows.Frames(rule, row);
        bool? applies = Truth(rule.Form.Applies, frames);
        return _known[(rule, row)] = (applies, applies == false ? null : Truth(rule.Form.Holds, frames));
    }

    private bool? Truth(TypedExpression condition, RowFrames rows) => (Interpreter.Evaluate(condition, rows) as BoolValue)?.Truth;
}
