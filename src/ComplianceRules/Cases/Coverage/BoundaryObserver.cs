using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;

namespace ComplianceRules.Cases;

/// <summary>Sees on which side of each comparison of a rule a row of a case stands.</summary>
/// <remarks>
/// What is unknown stands on no side. Of a row to which the rule does not apply, or may not, only the conditions of application are looked at. All operands of
/// <c>&amp;&amp;</c> and <c>||</c> are, also where one of them decides alone.
/// </remarks>
/// <param name="boundaries">The comparisons.</param>
/// <param name="interpreter">Evaluates one row.</param>
/// <param name="sources">Where the values of parameters come from.</param>
/// <param name="laid">The parameters that the case gives values of its own.</param>
internal sealed class BoundaryObserver(RuleBoundaries boundaries, ReferenceInterpreter interpreter, ParameterSources sources, IReadOnlySet<string> laid) : ConditionWalker<RowFrames>
{
    /// <summary>Looks at a row.</summary>
    /// <param name="row">The row.</param>
    public void Look(RowFrames row)
    {
        Walk(boundaries.Applies, row);
        if (!IsTrue(boundaries.Applies, row)) return;
        foreach (TypedExpression condition in boundaries.Holds) Walk(condition, row);
    }

    protected override void Meet(TypedExpression test, RowFrames place)
    {
        if (Open(test) is not { } open || interpreter.Evaluate(test, place) is not BoolValue { Truth: var truth }) return;
        Show(open, truth, IsAtLimit(test, place), (test, place));
    }

    protected override void MeetLimit(FrequencyExpression frequency, ComparisonOperator comparison, TypedExpression limit, RowFrames place)
    {
        if (Open(limit) is not { } open || interpreter.Evaluate(limit, place) is not NumberValue { Number: var most }) return;
        foreach (PeriodCount period in interpreter.Frequency(frequency, place).Periods.Where(p => p.Verdict.IsJudged == true && p.Least == p.Most))
        {
            int order = Rational.Of(period.Least).CompareTo(most);
            Show(open, ExactComparison.Holds(comparison, order), order == 0, (limit, place));
        }
    }

    protected override IEnumerable<RowFrames> Inside(TypedExpression list, MacroVariable? variable, RowFrames place)
    {
        ListItems items = interpreter.Items(list, place);
        return items.Missing is null ? items.All.Where(i => i.Doubt is null).Select(i => place.Enter(i, items.Work)) : [];
    }

    protected override IEnumerable<TypedExpression> Branches(ConditionalExpression choice, RowFrames place) =>
        interpreter.Evaluate(choice.Condition, place) is BoolValue { Truth: var truth } ? [truth ? choice.WhenTrue : choice.WhenFalse] : [];

    protected override bool Counts(TypedExpression where, RowFrames place) => IsTrue(where, place);

    private ImmutableArray<Boundary>? Open(TypedExpression node) =>
        boundaries.ByNode.TryGetValue(node, out ImmutableArray<Boundary> found) && found.Any(b => !b.IsCovered) ? found : null;

    private bool IsTrue(TypedExpression condition, RowFrames place) => interpreter.Evaluate(condition, place) is BoolValue { Truth: true };

    private void Show(ImmutableArray<Boundary> open, bool truth, bool isAtLimit, (TypedExpression Test, RowFrames Place) at)
    {
        foreach (Boundary boundary in open.Where(b => !b.IsCovered && IsMeasuredAt(b, at.Test, at.Place)))
        {
            boundary.Show(truth ? BoundarySide.True : BoundarySide.False);
            if (isAtLimit) boundary.Show(BoundarySide.Limit);
        }
    }

    private bool IsAtLimit(TypedExpression test, RowFrames place) => test switch
    {
        ComparisonExpression { Operator: ComparisonOperator.Equal or ComparisonOperator.NotEqual } => false,
        ComparisonExpression e => ExactComparison.Order(interpreter.Evaluate(e.Left, place), interpreter.Evaluate(e.Right, place)) == 0,
        ShareComparisonExpression e => interpreter.Share(e.Share, place).Value is NumberValue share && interpreter.Evaluate(e.Limit, place) is NumberValue limit && share.Number == limit.Number,
        AtLeastExpression e => e.Conditions.Count(c => IsTrue(c, place)) == e.Needed && !e.Conditions.Any(c => interpreter.Evaluate(c, place) is UnknownValue),
        _ => false,
    };

    private bool IsMeasuredAt(Boundary boundary, TypedExpression test, RowFrames place)
    {
        if (boundary.Parameter is not { } parameter || boundary.Entry is not { } entry) return true;
        if (laid.Contains(parameter.Name) || !ComparedParameters.In(test, choice => Branches(choice, place)).Any(p => ComparedParameters.AreSame(p, parameter))) return false;
        string? key = parameter.Key is null ? null : (interpreter.Evaluate(parameter.Key, place) as TextValue)?.Content;
        if (key != entry.Key) return false;
        Value? season = parameter.SeasonOf is { } date ? interpreter.Evaluate(date, place) : null;
        return sources.Resolved(parameter, key, season) is { } resolved && ReferenceEquals(resolved.Entry, entry.Written);
    }
}
