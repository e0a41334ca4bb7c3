using System.Collections.Immutable;
using System.Linq.Expressions;
using ComplianceRules.Expressions;

namespace ComplianceRules.NRules;

/// <summary>Writes a condition of the rule language as one that NRules can compile: logic, comparisons and arithmetic as expressions, three-valued as <c>bool?</c>.</summary>
/// <remarks>
/// <c>&amp;</c> and <c>|</c> of two <c>bool?</c> are the and and or of the rule language. Facts and parameters are read from the row. Lists, functions, periods, earlier facts and what
/// other rules say are parts that the interpreter answers; they are counted.
/// </remarks>
/// <param name="row">The row.</param>
internal sealed class ConditionWriter(System.Linq.Expressions.ParameterExpression row)
{
    /// <summary>Whether the interpreter answers a part.</summary>
    public bool AsksInterpreter { get; private set; }

    /// <summary>A condition, as a <c>bool?</c>.</summary>
    /// <param name="condition">The condition.</param>
    public Expression Condition(TypedExpression condition) => condition switch
    {
        LiteralExpression { Value: BoolValue { Truth: var truth } } => Expression.Constant(truth, typeof(bool?)),
        LogicExpression { IsAnd: true } e => Expression.And(Condition(e.Left), Condition(e.Right)),
        LogicExpression e => Expression.Or(Condition(e.Left), Condition(e.Right)),
        NotExpression e => Expression.Not(Condition(e.Operand)),
        AtLeastExpression e => Call(nameof(Operands.AtLeast), Expression.Constant(e.Needed), Expression.NewArrayInit(typeof(bool?), e.Conditions.Select(Condition))),
        ComparisonExpression e => Call(nameof(Operands.Compare), Expression.Constant(e.Operator), Operand(e.Left), Operand(e.Right)),
        Expressions.ConditionalExpression e => Call(nameof(Operands.ChooseTruth), Condition(e.Condition), Condition(e.WhenTrue), Condition(e.WhenFalse)),
        MembershipExpression { Collection: ListExpression list } e when Written(list) is { } items => Call(nameof(Operands.IsAmong), Operand(e.Item), Expression.Constant(items)),
        HasExpression { Field: { } field } e => Call(nameof(Operands.IsKnown), Part(new FieldExpression(e.Row, field))),
        _ => Call(nameof(Operands.Truth), Part(condition)),
    };

    private Expression Operand(TypedExpression operand) => operand switch
    {
        LiteralExpression e => Expression.Constant(e.Value, typeof(Value)),
        ArithmeticExpression e => Call(nameof(Operands.Combine), Expression.Constant(e.Operator), Expression.Constant(e.Type), Operand(e.Left), Operand(e.Right)),
        NegateExpression e => Call(nameof(Operands.Negate), Expression.Constant(e.Type), Operand(e.Operand)),
        Expressions.ConditionalExpression e => Call(nameof(Operands.Choose), Condition(e.Condition), Operand(e.WhenTrue), Operand(e.WhenFalse)),
        LogicExpression or NotExpression or ComparisonExpression or AtLeastExpression or MembershipExpression or HasExpression => Call(nameof(Operands.OfTruth), Condition(operand)),
        _ => Part(operand),
    };

    private MethodCallExpression Part(TypedExpression part)
    {
        AsksInterpreter |= part is not (FieldExpression { Row.InPrevious: false } or Expressions.ParameterExpression { SeasonOf: null } or ParameterEntryExpression or AsOfExpression);
        return Expression.Call(row, nameof(RowFact.ValueOf), null, Expression.Constant(part, typeof(TypedExpression)));
    }

    private static ImmutableArray<Value>? Written(ListExpression list) => list.Items.All(i => i is LiteralExpression) ? [.. list.Items.Cast<LiteralExpression>().Select(i => i.Value)] : null;

    private static MethodCallExpression Call(string name, params ReadOnlySpan<Expression> arguments) => Expression.Call(typeof(Operands), name, null, [.. arguments]);
}
