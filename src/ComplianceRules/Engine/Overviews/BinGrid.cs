using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Where bins begin and end: equally wide, on widths that people can read, with limits on their edges.</summary>
internal sealed class BinGrid
{
    private const int FewestBins = 10;
    private const int FewBins = 20;
    private const int ManyBins = 40;
    private const int MostBins = 60;

    // What counts against a width: limits within bins most, then too many or too few bins, then edges that are no round numbers.
    private const double ForLimits = 4;
    private const double ForRoundness = 0.5;

    private readonly Rational _anchor;
    private readonly Rational _width;

    private BinGrid(Rational anchor, Rational width) => (_anchor, _width) = (anchor, width);

    /// <summary>Chooses the bins of a stretch.</summary>
    /// <param name="type">Number, time or date.</param>
    /// <param name="step">What every measure is a multiple of; null where measures lie anywhere.</param>
    /// <param name="range">The stretch.</param>
    /// <param name="limits">The limits in it, that of most rows first.</param>
    public static BinGrid Of(FieldType type, Rational? step, BinRange range, ImmutableArray<(HeldLimit Limit, long Rows)> limits)
    {
        Rational half = (step ?? Rational.Zero) / Rational.Of(2);
        Rational anchor = limits.IsEmpty ? -half : limits[0].Limit.EdgeBy(step);
        Rational round = limits.IsEmpty ? Rational.Zero : Rational.OfCell(limits[0].Limit.Value);
        if (range.Length.IsZero) return new BinGrid(anchor, BinWidths.OfOne(step, range.Low));
        ImmutableArray<Rational> edges = [.. limits.Select(l => l.Limit.EdgeBy(step))];
        double rows = limits.Sum(l => (double)l.Rows);
        return new BinGrid(anchor, BinWidths.For(type, step, range.Length, MostBins).OrderBy(Against).ThenByDescending(w => w).First());

        double Against(Rational width)
        {
            double bins = (range.Length / width).ToDouble();
            double count = bins < FewBins ? (FewBins - bins) / FewestBins : bins > ManyBins ? (bins - ManyBins) / FewBins : 0;
            double within = limits.Where((_, i) => !((edges[i] - anchor) / width).IsWhole).Sum(l => (double)l.Rows);
            return count + (rows > 0 ? ForLimits * within / rows : 0) + ((round / width).IsWhole ? 0 : ForRoundness);
        }
    }

    /// <summary>Whether something lies on an edge.</summary>
    /// <param name="value">What.</param>
    public bool IsEdge(Rational value) => ((value - _anchor) / _width).IsWhole;

    /// <summary>The number of the last edge that is not above a value; edges count from the one that all follow from.</summary>
    /// <param name="value">The value.</param>
    public BigInteger EdgeUpTo(double value) => ((Rational.OfCell(value) - _anchor) / _width).Floor();

    /// <summary>An edge.</summary>
    /// <param name="number">Its number.</param>
    public double this[BigInteger number] => (_anchor + (Rational.Of(number) * _width)).ToDouble();
}
