using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The largest of some values less the smallest, held against a limit: a range tells it at once, and pairs of values tell how near it is where several are the largest.</summary>
/// <param name="whole">The comparison.</param>
/// <param name="pairs">The same of each pair of values.</param>
internal sealed class GroundSpread(GroundNode whole, GroundNode pairs) : GroundNode(whole.Facts)
{
    public override ValueRange Range(ChangeBox box) => whole.Range(box);

    public override double Shortfall(bool wanted, ChangeBox point) => pairs.Shortfall(wanted, point);
}
