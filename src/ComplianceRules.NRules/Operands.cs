using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.NRules;

/// <summary>What conditions of NRules call: values that may be unknown, truth that may be null.</summary>
internal static class Operands
{
    /// <summary>A condition as a value.</summary>
    public static Value OfTruth(bool? truth) => truth is { } known ? Value.Of(known) : Unknown;

    /// <summary>A value as a condition.</summary>
    public static bool? Truth(Value value) => value is BoolValue { Truth: var truth } ? truth : null;

    /// <summary>Whether a value is known.</summary>
    public static bool? IsKnown(Value value) => value is not UnknownValue;

    /// <summary>Whether a comparison holds; null where a side is unknown.</summary>
    public static bool? Compare(ComparisonOperator comparison, Value left, Value right) =>
        left is UnknownValue || right is UnknownValue ? null : ExactComparison.Holds(comparison, left, right);

    /// <summary>Two values put together; unknown where one of them is.</summary>
    public static Value Combine(ArithmeticOperator sign, ExpressionType type, Value left, Value right) =>
        left is UnknownValue ? left : right is UnknownValue ? right : ExactArithmetic.Combine(sign, type, left, right);

    /// <summary>The same number below zero.</summary>
    public static Value Negate(ExpressionType type, Value operand) => operand is NumberValue { Number: var number } ? ExactArithmetic.Kept(-number, type) : operand;

    /// <summary>One of two values.</summary>
    public static Value Choose(bool? condition, Value whenTrue, Value whenFalse) => condition is { } known ? known ? whenTrue : whenFalse : Unknown;

    /// <summary>One of two conditions.</summary>
    public static bool? ChooseTruth(bool? condition, bool? whenTrue, bool? whenFalse) => condition is { } known ? known ? whenTrue : whenFalse : null;

    /// <summary>Whether a value is one of some that are written out.</summary>
    public static bool? IsAmong(Value item, ImmutableArray<Value> items) => item is UnknownValue ? null : items.Any(i => ExactComparison.Same(item, i));

    /// <summary>Whether at least so many conditions hold.</summary>
    public static bool? AtLeast(int needed, bool?[] conditions)
    {
        int held = conditions.Count(c => c == true);
        return held >= needed ? true : held + conditions.Count(c => c is null) < needed ? false : null;
    }

    private static UnknownValue Unknown { get; } = new(UnknownReason.Absent);
}
