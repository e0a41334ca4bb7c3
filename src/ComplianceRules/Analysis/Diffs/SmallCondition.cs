using System.Runtime.CompilerServices;
using ComplianceRules.Expressions;

namespace ComplianceRules.Analysis;

/// <summary>The value of conditions that read nothing but facts of the row and those above, where these are given.</summary>
internal static class SmallCondition
{
    /// <summary>Whether a part may stand in such a condition.</summary>
    /// <param name="part">The part.</param>
    public static bool CanHave(TypedExpression part) => part is LiteralExpression or LogicExpression or NotExpression or ComparisonExpression or ListExpression
        or MembershipExpression { Collection: ListExpression } or FieldExpression { Row.Frame: 0 };

    /// <summary>Which fact a field is.</summary>
    /// <param name="field">The field.</param>
    public static (RowPath Row, string Name) KeyOf(FieldExpression field) => (field.Row, field.Field.Name);

    /// <summary>Whether a condition holds; null where that is unknown.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">The facts; null for unknown ones.</param>
    public static bool? Truth(TypedExpression condition, IReadOnlyDictionary<(RowPath Row, string Name), Value?> facts) => (ValueOf(condition, facts) as BoolValue)?.Truth;

    private static Value? ValueOf(TypedExpression expression, IReadOnlyDictionary<(RowPath Row, string Name), Value?> facts)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            LiteralExpression e => e.Value,
            FieldExpression e => facts[KeyOf(e)],
            NotExpression e => Truth(e.Operand, facts) is { } truth ? Value.Of(!truth) : null,
            LogicExpression e => Logic(e.IsAnd, Truth(e.Left, facts), Truth(e.Right, facts)),
            ComparisonExpression e => ValueOf(e.Left, facts) is { } left && ValueOf(e.Right, facts) is { } right ? Value.Of(ExactComparison.Holds(e.Operator, left, right)) : null,
            MembershipExpression { Collection: ListExpression list } e => Membership(ValueOf(e.Item, facts), [.. list.Items.Select(i => ValueOf(i, facts))]),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
    }

    private static BoolValue? Logic(bool isAnd, bool? left, bool? right)
    {
        if (left == !isAnd || right == !isAnd) return Value.Of(!isAnd);
        return left is null || right is null ? null : Value.Of(isAnd);
    }

    private static BoolValue? Membership(Value? item, Value?[] list)
    {
        if (item is null) return null;
        if (list.Any(other => other is not null && ExactComparison.Same(item, other))) return Value.True;
        return list.Contains(null) ? null : Value.False;
    }
}
