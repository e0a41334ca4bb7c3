using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A function of the rule language: one file each, one line in the registry.</summary>
internal interface IExpressionFunction
{
    /// <summary>The name it is called by.</summary>
    string Name { get; }

    /// <summary>The parameter texts of its signature, for messages and docs, such as <c>a: number, b: number</c>.</summary>
    string Signature { get; }

    /// <summary>Whether it is written behind its first argument, as in <c>name.startsWith("a")</c>.</summary>
    bool IsMethod => false;

    /// <summary>Whether the result depends on the arguments alone, so that a call of written values is worked out at once.</summary>
    bool IsOfArgumentsAlone => true;

    /// <summary>The type of the result; null where the arguments do not fit.</summary>
    /// <param name="arguments">The types of the arguments.</param>
    ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments);

    /// <summary>The result; unknown only by a reason of its own, such as a division by zero.</summary>
    /// <param name="arguments">The arguments, all of them known.</param>
    /// <param name="calendar">Which days are worked and taught on; null where that is not known.</param>
    Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar);

    /// <summary>What can come of arguments within ranges; where nothing is said, any value of the result's type, and no division.</summary>
    /// <remarks>It may say too much, never too little: warnings of comparisons that never or always hold rest on it.</remarks>
    /// <param name="arguments">What each argument can be; of a list, what an item can be.</param>
    RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(ValueRange.Any);
}
