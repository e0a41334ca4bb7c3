using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What is not looked into: anything may come of it, as long as one of its facts may change.</summary>
internal sealed class GroundOpaque : GroundNode
{
    private readonly ValueRange _any;

    /// <summary>Names the facts that it depends on.</summary>
    /// <param name="type">What kind of value it has.</param>
    /// <param name="parts">What it is made of.</param>
    public GroundOpaque(ExpressionType type, IEnumerable<GroundNode> parts)
        : base(Union(parts)) => _any = TypeRanges.Of(type);

    public override ValueRange Range(ChangeBox box) => _any;
}
