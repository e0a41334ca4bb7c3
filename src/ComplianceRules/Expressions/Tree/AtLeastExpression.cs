using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Whether so many of some conditions hold, or more: true once so many do, false once so many no longer can, else unknown.</summary>
public sealed record AtLeastExpression : TypedExpression
{
    internal AtLeastExpression(int needed, ImmutableArray<TypedExpression> conditions)
        : base(ExpressionType.Bool)
    {
        Needed = needed;
        Conditions = conditions;
    }

    /// <summary>How many have to hold: 1 to the number of conditions.</summary>
    public int Needed { get; }

    /// <summary>The conditions.</summary>
    public ImmutableArray<TypedExpression> Conditions { get; }
}
