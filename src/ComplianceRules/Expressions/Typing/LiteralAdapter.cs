using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Gives what is written out the unit, scale or declared values of what it is held against.</summary>
internal static class LiteralAdapter
{
    /// <summary>A number without a unit of its own, or a list of such, in a unit.</summary>
    public static TypedExpression InUnit(TypedExpression number, Unit unit)
    {
        if (number.Type.Unit is not null) return number;
        ExpressionType type = number.Type with { Unit = unit, IsInt = false };
        return number switch
        {
            LiteralExpression literal => new LiteralExpression(type, literal.Value),
            ParameterExpression parameter => new ParameterExpression(type, parameter.Name, parameter.Key, parameter.SeasonOf),
            ListExpression list => ListExpression.Of(type, [.. list.Items.Select(i => InUnit(i, unit))]),
            NegateExpression negate => new NegateExpression(InUnit(negate.Operand, unit)),
            ArithmeticExpression sum => new ArithmeticExpression(type, sum.Operator, InUnit(sum.Left, unit), InUnit(sum.Right, unit)),
            ConditionalExpression choice => new ConditionalExpression(type, choice.Condition, InUnit(choice.WhenTrue, unit), InUnit(choice.WhenFalse, unit)),
            AggregateExpression all => new AggregateExpression(type, all.Kind, all.List, all.Argument),
            VariableExpression item => new VariableExpression(type, item.Variable),
            CallExpression called => new CallExpression(type, called.Function, called.Arguments),
            MacroExpression counted => new MacroExpression(type, counted.Kind, counted.List, counted.Variable, counted.Body),
            _ => number,
        };
    }

    /// <summary>Whether a time has no field in it, so that it takes the scale of another time.</summary>
    public static bool TakesScale(TypedExpression time) => time switch
    {
        LiteralExpression or ParameterExpression => true,
        ArithmeticExpression shifted => TakesScale(TimeIn(shifted)),
        ConditionalExpression choice => TakesScale(choice.WhenTrue) && TakesScale(choice.WhenFalse),
        _ => false,
    };

    /// <summary>A time without a field in it, placed on a scale.</summary>
    public static TypedExpression OnScale(TypedExpression time, TimeScale scale)
    {
        ExpressionType type = time.Type with { Scale = scale };
        return time switch
        {
            LiteralExpression { Value: TimeValue clock } => new LiteralExpression(type, new TimeValue(scale.Place(clock.Minutes))),
            ParameterExpression parameter => new ParameterExpression(type, parameter.Name, parameter.Key, parameter.SeasonOf),
            ArithmeticExpression shifted => new ArithmeticExpression(type, shifted.Operator, OnScaleIfTime(shifted.Left, scale), OnScaleIfTime(shifted.Right, scale)),
            ConditionalExpression choice => new ConditionalExpression(type, choice.Condition, OnScale(choice.WhenTrue, scale), OnScale(choice.WhenFalse, scale)),
            _ => time,
        };
    }

    /// <summary>The texts written out in an expression that can come to nothing else; empty where it can.</summary>
    public static ImmutableArray<string> WrittenTexts(TypedExpression text) => text switch
    {
        LiteralExpression { Value: TextValue written } => [written.Content],
        ConditionalExpression choice when WrittenTexts(choice.WhenTrue) is { IsEmpty: false } yes && WrittenTexts(choice.WhenFalse) is { IsEmpty: false } no => [.. yes, .. no],
        ListExpression { Items.IsEmpty: false } list when list.Items.All(i => i is LiteralExpression { Value: TextValue }) => [.. list.Items.SelectMany(i => WrittenTexts(i))],
        _ => [],
    };

    /// <summary>Texts written out, as keys of an enum or members of a set.</summary>
    public static TypedExpression AsDeclared(TypedExpression text, ExpressionType declared) => text switch
    {
        LiteralExpression literal => new LiteralExpression(declared, literal.Value),
        ConditionalExpression choice => new ConditionalExpression(declared, choice.Condition, AsDeclared(choice.WhenTrue, declared), AsDeclared(choice.WhenFalse, declared)),
        ListExpression => new LiteralExpression(declared, SetValue.Of(WrittenTexts(text))),
        _ => text,
    };

    private static TypedExpression TimeIn(ArithmeticExpression shifted) => shifted.Left.Type.Kind == FieldType.Time ? shifted.Left : shifted.Right;

    private static TypedExpression OnScaleIfTime(TypedExpression part, TimeScale scale) => part.Type.Kind == FieldType.Time ? OnScale(part, scale) : part;
}
