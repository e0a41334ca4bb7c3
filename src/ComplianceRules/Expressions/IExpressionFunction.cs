using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A function of the rule language: one file each, one line in the registry.</summary>
internal interface IExpressionFunction
{
    /// <summary>The name it is called by.</summary>
    string Name { get; }

    /// <summary>The parameter texts of its signature, for messages and docs, such as <c>a: number, b: number</c>.</summary>
    string Signature { get; }

    /// <summary>The type of the result; null where the arguments do not fit.</summary>
    /// <param name="arguments">The types of the arguments.</param>
    ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments);

    /// <summary>The result; unknown only by a reason of its own, such as a division by zero.</summary>
    /// <param name="arguments">The arguments, all of them known.</param>
    Value Call(ImmutableArray<Value> arguments);
}
