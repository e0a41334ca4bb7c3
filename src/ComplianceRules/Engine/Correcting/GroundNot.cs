using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The opposite of a condition.</summary>
/// <param name="operand">The condition.</param>
internal sealed class GroundNot(GroundNode operand) : GroundNode(operand.Facts)
{
    /// <summary>The condition.</summary>
    public GroundNode Operand => operand;

    public override ValueRange Range(ChangeBox box) => operand.Range(box) is TruthRange truth ? truth.Not() : TruthRange.Either;

    public override double Extra(bool wanted, ChangeBox box) => operand.Extra(!wanted, box);

    public override double Shortfall(bool wanted, ChangeBox point) => operand.Shortfall(!wanted, point);

    public override IEnumerable<ChangeStep> Ways(bool wanted, ChangeBox box) => operand.Ways(!wanted, box);
}
