using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The stretch of measures that a picture shows: nearly all of them, and the limits that are not far away.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct BinRange(double Low, double High)
{
    // One row of so many at either end, and at least one, may lie far from all others.
    private const int RowsPerFarRow = 200;
    private const int FewRows = 5;

    // How many times as long as the stretch of measures the way to a limit may be.
    private const double Near = 3;

    // How much longer the stretch may become so that no row is left out, and how many steps it has where there are so many.
    private const double Longer = 0.5;
    private const int Steps = 20;

    /// <summary>The stretch of some measures and limits.</summary>
    /// <param name="counts">The measures, ascending; at least one.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="step">What every measure is a multiple of; 0 where measures lie anywhere.</param>
    public static BinRange Of(List<MeasuredCount> counts, IEnumerable<double> limits, double step)
    {
        long rows = counts.Sum(c => c.Rows);
        long far = rows < FewRows ? 0 : (rows + RowsPerFarRow - 1) / RowsPerFarRow;
        (double low, double high) = (After(counts, far), After(Enumerable.Reverse(counts), far));
        if (low > high) (low, high) = (high, low);
        double room = high > low ? (high - low) * Near : double.PositiveInfinity;
        (double nearLow, double nearHigh) = (low - room, high + room);
        foreach (double limit in limits.Where(l => l >= nearLow && l <= nearHigh)) (low, high) = (Math.Min(low, limit), Math.Max(high, limit));
        return Lengthened(low, high, (counts[0].Value, counts[^1].Value), step);
    }

    private static BinRange Lengthened(double low, double high, (double Least, double Most) all, double step)
    {
        // Where nearly all rows have one measure there is nothing that far rows could press together.
        if (low == high) return new BinRange(Math.Min(low, all.Least), Math.Max(high, all.Most));
        double more = (high - low) * Longer;
        (double lowest, double highest) = (high - (Steps * step), low + (Steps * step));
        double from = all.Least >= Math.Min(low - more, lowest) ? Math.Min(low, all.Least) : Math.Min(low, lowest);
        double to = all.Most <= Math.Max(high + more, highest) ? Math.Max(high, all.Most) : Math.Max(high, highest);
        return new BinRange(from, to);
    }

    /// <summary>How long it is.</summary>
    public Rational Length => Rational.OfCell(High) - Rational.OfCell(Low);

    // The measure that comes after so many rows.
    private static double After(IEnumerable<MeasuredCount> counts, long rows)
    {
        double at = 0;
        foreach (MeasuredCount count in counts)
        {
            at = count.Value;
            rows -= count.Rows;
            if (rows < 0) break;
        }

        return at;
    }
}
