using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Judges sketched rows by the reference interpreter: what a proof found is told only where this agrees.</summary>
/// <param name="schema">The tables and fields of all packs.</param>
internal sealed class WitnessJudge(FactSchema schema)
{
    private readonly RowMaker _maker = new(schema);

    /// <summary>Whether a rule refuses a row and another does not.</summary>
    /// <param name="sketch">The row.</param>
    /// <param name="refuses">The rule that shall refuse it.</param>
    /// <param name="other">The rule that shall not.</param>
    public bool Confirms(Sketch sketch, ComparedRule refuses, ComparedRule other) =>
        _maker.Make(sketch) is { } row && IsInSeason(row, sketch.Day, refuses) && IsInSeason(row, sketch.Day, other) && Refuses(row, sketch.Day, refuses) && !Refuses(row, sketch.Day, other);

    /// <summary>Whether a condition of a rule has an answer on a row.</summary>
    /// <param name="sketch">The row.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="test">What is asked of whether the rule applies and holds.</param>
    public bool Confirms(Sketch sketch, ComparedRule rule, Func<bool?, bool?, bool> test) =>
        _maker.Make(sketch) is { } row && IsInSeason(row, sketch.Day, rule) && test(Answer(row, sketch.Day, rule, rule.Form.Applies), Answer(row, sketch.Day, rule, rule.Form.Holds));

    // Its values are those of a part of the year: a day outside of it would choose others.
    private static bool IsInSeason(MadeRow row, DateOnly day, ComparedRule rule)
    {
        if (rule.Part is not { } part) return true;
        if (rule.SeasonOf is not { } date) return part.Contains(day);
        Value chosen = new ReferenceInterpreter(row.Snapshot, day, new CountedVerdicts(row, day, rule), row.Previous).Evaluate(date, new RowFrames(row.Table, row.Row, rule.Parameters));
        return chosen is not DateValue known || part.Contains(known.Day);
    }

    private static bool Refuses(MadeRow row, DateOnly day, ComparedRule rule) =>
        Answer(row, day, rule, rule.Form.Applies) == true && Answer(row, day, rule, rule.Form.Holds) == false;

    private static bool? Answer(MadeRow row, DateOnly day, ComparedRule rule, TypedExpression condition)
    {
        ReferenceInterpreter interpreter = new(row.Snapshot, day, new CountedVerdicts(row, day, rule), row.Previous);
        return (interpreter.Evaluate(condition, new RowFrames(row.Table, row.Row, rule.Parameters)) as BoolValue)?.Truth;
    }
}
