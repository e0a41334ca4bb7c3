using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What is not looked into: anything may come of it, as long as one of its facts may change.</summary>
internal sealed class GroundOpaque : GroundNode
{
    private readonly ValueRange _any;
    private readonly GroundReading _reading;

    /// <summary>Names the facts that it depends on.</summary>
    /// <param name="type">What kind of value it has.</param>
    /// <param name="reading">What it is at one value of each fact.</param>
    /// <param name="parts">What it is made of.</param>
    public GroundOpaque(ExpressionType type, GroundReading reading, IEnumerable<GroundNode> parts)
        : base(Union(parts)) => (_any, _reading) = (TypeRanges.Of(type), reading);

    public override ValueRange Range(ChangeBox box) => box.Reader is { } reader ? _reading.Range(reader) : _any;

    public override double? Near(ChangeBox point) => point.Reader is { } reader ? _reading.Near(reader) : null;
}
