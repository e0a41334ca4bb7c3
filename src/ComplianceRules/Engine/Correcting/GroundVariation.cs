using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A coefficient of variation: what it comes to at one value of each fact is quickly told, its range is not.</summary>
/// <param name="values">The values.</param>
/// <param name="weights">The weight of each.</param>
internal sealed class GroundVariation(ImmutableArray<GroundNode> values, ImmutableArray<GroundNode> weights) : GroundNode(Union([.. values, .. weights]))
{
    public override ValueRange Range(ChangeBox box) => Interval.All;

    public override double? Near(ChangeBox point)
    {
        (double whole, double sum, double squares) = (0, 0, 0);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Near(point) is not { } value || weights[i].Near(point) is not { } weight) return null;
            (whole, sum, squares) = (whole + weight, sum + (value * weight), squares + (value * value * weight));
        }

        return sum == 0 || whole == 0 ? null : Math.Sqrt(Math.Max(0, (whole * squares / (sum * sum)) - 1));
    }
}
