using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>One of two values, by a condition.</summary>
/// <param name="condition">The condition.</param>
/// <param name="whenTrue">The value where it holds.</param>
/// <param name="whenFalse">The value where it does not.</param>
internal sealed class GroundChoice(GroundNode condition, GroundNode whenTrue, GroundNode whenFalse) : GroundNode(Union([condition, whenTrue, whenFalse]))
{
    public override ValueRange Range(ChangeBox box)
    {
        TruthRange chosen = condition.Range(box) as TruthRange ?? TruthRange.Either;
        if (chosen.IsEmpty) return Interval.Empty;
        if (!chosen.CanBeFalse) return whenTrue.Range(box);
        return chosen.CanBeTrue ? ValueRange.Hull(whenTrue.Range(box), whenFalse.Range(box)) : whenFalse.Range(box);
    }

    public override double? Near(ChangeBox point)
    {
        if (condition.Shortfall(true, point) == 0) return whenTrue.Near(point);
        return condition.Shortfall(false, point) == 0 ? whenFalse.Near(point) : null;
    }
}
