using ComplianceRules.Expressions;
using ComplianceRules.Packs;

namespace ComplianceRules.Proofs;

/// <summary>The short way for what nearly all packs do: one rule, of which only limits change, each to a stricter value. No search is needed then.</summary>
internal static class TightenedLimits
{
    /// <summary>Whether an inner rule is the outer one under values that each only tighten a limit.</summary>
    /// <param name="outer">The rule further out.</param>
    /// <param name="inner">The rule further in.</param>
    /// <returns>False does not say that the inner rule is looser.</returns>
    public static bool Explain(ComparedRule outer, ComparedRule inner)
    {
        if (!ReferenceEquals(outer.Form, inner.Form) || inner.BindsLessThan(outer) || !outer.Form.CountedRules.IsEmpty) return false;
        return AppliesAsOften(outer.Form.Applies, outer, inner) && OnlyTighter(outer.Form.Holds, outer, inner);
    }

    // A period that breaks a limit is judged under a tighter one too: one that runs breaks a limit only where there are too many events already.
    private static bool AppliesAsOften(TypedExpression applies, ComparedRule outer, ComparedRule inner) => applies switch
    {
        _ when !Reads(applies, outer, inner) => true,
        LogicExpression { IsAnd: true } e => AppliesAsOften(e.Left, outer, inner) && AppliesAsOften(e.Right, outer, inner),
        FrequencyExpression { Part: FrequencyPart.Judged } e => IsTighter(e, outer, inner),
        _ => false,
    };

    private static bool IsTighter(FrequencyExpression frequency, ComparedRule outer, ComparedRule inner) => !Reads(frequency.Where, outer, inner)
        && IsTighter(frequency.Min, ComparisonOperator.GreaterOrEqual, outer, inner) && IsTighter(frequency.Max, ComparisonOperator.LessOrEqual, outer, inner);

    private static bool IsTighter(TypedExpression? limit, ComparisonOperator comparison, ComparedRule outer, ComparedRule inner) =>
        limit is null || !Reads(limit, outer, inner) || (limit is ParameterExpression parameter && IsTighter(parameter, comparison, outer.Parameters, inner.Parameters));

    private static bool OnlyTighter(TypedExpression condition, ComparedRule outer, ComparedRule inner)
    {
        Stack<TypedExpression> waiting = new([condition]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is LogicExpression logic)
            {
                waiting.Push(logic.Left);
                waiting.Push(logic.Right);
            }
            else if (next is AtLeastExpression some)
            {
                foreach (TypedExpression part in some.Conditions) waiting.Push(part);
            }
            else if (Reads(next, outer, inner) && !IsTighter(next, outer, inner)) return false;
        }

        return true;
    }

    private static bool IsTighter(TypedExpression condition, ComparedRule outer, ComparedRule inner) => condition switch
    {
        ComparisonExpression e => IsTighter(e, outer, inner),
        FrequencyExpression e => IsTighter(e, outer, inner),
        _ => false,
    };

    private static bool IsTighter(ComparisonExpression comparison, ComparedRule outer, ComparedRule inner) => comparison switch
    {
        { Right: ArithmeticExpression part } e when LimitOf(part) is { } limit => IsTighter(new ComparisonExpression(e.Operator, e.Left, limit), outer, inner),
        { Right: ParameterExpression limit } e when !Reads(e.Left, outer, inner) => IsTighter(limit, e.Operator, outer.Parameters, inner.Parameters),
        { Left: ParameterExpression limit } e when !Reads(e.Right, outer, inner) => IsTighter(limit, ComparisonOperators.Mirrored(e.Operator), outer.Parameters, inner.Parameters),
        _ => false,
    };

    // A part of a limit, such as a floor, moves the way that the limit does.
    private static ParameterExpression? LimitOf(ArithmeticExpression part) =>
        part is { Operator: ArithmeticOperator.Multiply, Left: ParameterExpression limit, Right: LiteralExpression { Value: NumberValue share } } && share.Number >= Rational.Zero ? limit : null;

    // Of a value held against the limit: the limit has a value for the same keys, and each is no looser.
    private static bool IsTighter(ParameterExpression limit, ComparisonOperator comparison, ParameterTable outer, ParameterTable inner)
    {
        Strictness strictness = comparison switch
        {
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual => Strictness.Lower,
            ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => Strictness.Higher,
            _ => Strictness.None,
        };
        if (strictness == Strictness.None || limit.Type.Kind is not (Facts.FieldType.Number or Facts.FieldType.Date or Facts.FieldType.Time)) return false;
        string?[] keys = limit.Key is null ? [null] : [.. outer.KeysOf(limit.Name)];
        if (limit.Key is not null && !keys.SequenceEqual(inner.KeysOf(limit.Name), StringComparer.Ordinal)) return false;
        return Array.TrueForAll(keys, key => ValueOf(limit, key, outer) is { } before && ValueOf(limit, key, inner) is { } after && !StrictestValue.IsLooser(before, after, strictness));
    }

    private static Value? ValueOf(ParameterExpression limit, string? key, ParameterTable values) =>
        limit.Type.Scale is { } scale ? values.ValueOn(limit.Name, key, scale) : values.ValueOf(limit.Name, key);

    // Whether it reads a parameter of another value.
    private static bool Reads(TypedExpression expression, ComparedRule outer, ComparedRule inner) => ExpressionWalker.SelfAndDescendants(expression).Any(node => node switch
    {
        ParameterExpression e => !inner.Parameters.HasSame(outer.Parameters, [e.Name]),
        ParameterEntryExpression e => !inner.Parameters.KeysOf(e.Name).SequenceEqual(outer.Parameters.KeysOf(e.Name), StringComparer.Ordinal),
        _ => false,
    });
}
