using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What a part of a rule says of one row, with all that cannot change worked out: what is left asks for the facts that may be changed.</summary>
/// <remarks>Never changes.</remarks>
internal abstract class GroundNode
{
    /// <summary>Names the facts.</summary>
    /// <param name="facts">The places of the facts that it depends on, ascending, each once.</param>
    private protected GroundNode(int[] facts) => Facts = facts;

    /// <summary>The places of the facts that it depends on, ascending.</summary>
    public int[] Facts { get; }

    /// <summary>The same as a sum of facts; null where it is none.</summary>
    public virtual LinearSumOfFacts? Linear => null;

    /// <summary>The values that it can have while facts lie in a box; never too narrow.</summary>
    /// <param name="box">The box.</param>
    public abstract ValueRange Range(ChangeBox box);

    /// <summary>What it costs at least, beyond the box's own cost, that it comes to be true or false; infinite where it cannot.</summary>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="box">The box.</param>
    public virtual double Extra(bool wanted, ChangeBox box) => CanBe(wanted, box) ? 0 : double.PositiveInfinity;

    /// <summary>Its number at one value of each fact, near enough to tell which of two is larger; null where it is none or not known.</summary>
    /// <param name="point">The values.</param>
    public virtual double? Near(ChangeBox point) => Linear is { } sum ? sum.Near(point) : Range(point) is Interval { Only: { } only } ? only.ToDouble() : null;

    /// <summary>How far it is from being true or false at one value of each fact: 0 where it is, and less the nearer it comes.</summary>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="point">The values.</param>
    public virtual double Shortfall(bool wanted, ChangeBox point) =>
        Range(point) is TruthRange truth && truth.CanBeTrue == wanted && truth.CanBeFalse != wanted ? 0 : 1;

    /// <summary>The facts that stand in its way at the cheapest corner of a box, and how far each would have to go.</summary>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="box">The box.</param>
    public virtual IEnumerable<ChangeStep> Ways(bool wanted, ChangeBox box) => Facts.Where(f => !box.IsFixed(f)).Select(f => new ChangeStep(f, null));

    /// <summary>Whether it can come to be true or false while facts lie in a box.</summary>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="box">The box.</param>
    protected bool CanBe(bool wanted, ChangeBox box) => Range(box) is not TruthRange truth || (wanted ? truth.CanBeTrue : truth.CanBeFalse);

    /// <summary>The places of all facts of some nodes.</summary>
    /// <param name="nodes">The nodes.</param>
    private protected static int[] Union(IEnumerable<GroundNode> nodes) => [.. nodes.SelectMany(n => n.Facts).Distinct().Order()];
}
