using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A function of known values; unknown where an argument is.</summary>
public sealed record CallExpression : TypedExpression
{
    internal CallExpression(ExpressionType type, IExpressionFunction function, ImmutableArray<TypedExpression> arguments)
        : base(type)
    {
        Function = function;
        Arguments = arguments;
    }

    /// <summary>The function.</summary>
    internal IExpressionFunction Function { get; }

    /// <summary>The arguments.</summary>
    public ImmutableArray<TypedExpression> Arguments { get; }
}
