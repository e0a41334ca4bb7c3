using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A quotient of two numbers, with a running bound of its error; unknown where the divisor is 0.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="above">The dividend.</param>
/// <param name="below">The divisor.</param>
/// <param name="factor">By what the quotient of the numbers is multiplied.</param>
internal sealed class QuotientNumber(int slot, NumberNode above, NumberNode below, double factor) : NumberNode(slot, NumberScale.One, double.PositiveInfinity, isExact: false)
{
    private const double LastPlace = 1.0 / (1L << 50);

    // Beyond, numbers may be unknown or lose digits: there the interpreter has to say.
    private const double Largest = 1e290;
    private const double Smallest = 1e-290;

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        NumberBuffer a = scope.Number(above);
        NumberBuffer b = scope.Number(below);
        Span<double> errors = into.Blur();
        Span<ulong> known = into.Open();
        known.Clear();
        for (int row = 0; row < into.Numbers.Length; row++)
        {
            (double x, double y) = (a.Numbers[row], b.Numbers[row]);
            (double ex, double ey) = (a.HasErrors ? a.Errors[row] : 0, b.HasErrors ? b.Errors[row] : 0);
            if (y == 0 && ey == 0) continue;
            ValidityBits.Set(known, row);
            double quotient = x / y;
            (into.Numbers[row], errors[row]) = (quotient * factor, ErrorOf(quotient, (y, ex, ey)) * factor);
            if (double.IsNaN(into.Numbers[row])) into.Numbers[row] = 0;
        }

        into.Limit(a);
        into.Limit(b);
    }

    // Not a number counts as infinite: no comparison with it is taken for sure.
    private double ErrorOf(double quotient, (double Divisor, double OfDividend, double OfDivisor) from)
    {
        if (quotient == 0 && from.OfDividend == 0 && from.OfDivisor < Math.Abs(from.Divisor)) return 0;
        double size = Math.Abs(quotient) * Math.Max(factor, 1);
        if (!(size < Largest) || !(Math.Abs(quotient) * Math.Min(factor, 1) > Smallest) || from.OfDivisor * 2 >= Math.Abs(from.Divisor)) return double.PositiveInfinity;
        double carried = (from.OfDividend + (Math.Abs(quotient) * from.OfDivisor)) / (Math.Abs(from.Divisor) - from.OfDivisor);
        return (carried + (Math.Abs(quotient) * LastPlace)) * 2;
    }
}
