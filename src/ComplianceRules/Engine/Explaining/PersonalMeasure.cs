using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Tells which measures would speak of one or two persons.</summary>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="persons">Tells which rows are persons; null where they may be shown.</param>
internal sealed class PersonalMeasure(ReferenceInterpreter interpreter, FactSchema? persons)
{
    /// <summary>Whether a measure is taken of so few persons, or counts so few of them or all but so few, that it is not shown.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="value">What it came to.</param>
    /// <param name="row">The row.</param>
    public bool Hides(TypedExpression measure, Value value, RowFrames row)
    {
        if (persons is null) return false;
        TypedExpression[] nodes = [.. ExpressionWalker.SelfAndDescendants(measure)];
        Rational? counted = value is NumberValue { Number: var number } && nodes.Any(Counts) ? number : null;
        return nodes.OfType<RowsExpression>().Where(l => persons.IsPersonal(l.List.Table)).Any(l => TellsOfFew(l, counted, row));
    }

    private static bool Counts(TypedExpression node) => node is MacroExpression { Kind: MacroKind.Count } or AggregateExpression { Kind: AggregateKind.Size } or FrequencyExpression;

    private bool TellsOfFew(RowsExpression list, Rational? counted, RowFrames row)
    {
        // A list within another has no rows of its own here; how few they may be is not looked for.
        if (list.List.Row.Frame > 0) return true;
        ListItems items = interpreter.Items(list, row);
        if (items.Missing is not null) return false;
        Rational rows = Rational.Of(items.Work.Items);
        return IsFew(rows) || (counted is { } some && (IsFew(some) || IsFew(rows - some)));
    }

    private static bool IsFew(Rational rows) => rows > Rational.Zero && rows < Rational.Of(ShownCount.FewestCounted);
}
