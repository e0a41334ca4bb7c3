using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Compares quotients of whole numbers of rows with a limit, exactly.</summary>
/// <param name="comparison">How a quotient is compared.</param>
/// <param name="limit">The limit.</param>
/// <param name="most">The largest magnitude of a dividend and of a divisor.</param>
internal readonly struct QuotientLimit(ComparisonOperator comparison, ProductLimit limit, (double Above, double Below) most)
{
    private readonly bool _fits = limit.FitsIn(most.Above, most.Below);

    /// <summary>Answers for neighbouring rows; a divisor of 0 leaves the row unknown.</summary>
    /// <param name="above">The dividends of all rows.</param>
    /// <param name="below">The divisors.</param>
    /// <param name="rows">The first row and the one after the last.</param>
    /// <param name="into">Bits of these rows are added; clear before.</param>
    public void Judge(ReadOnlySpan<double> above, ReadOnlySpan<double> below, (int From, int To) rows, BitPair into)
    {
        int row = rows.From;
        if (_fits)
        {
            for (; row < rows.To && row % ValidityBits.PerWord != 0; row++) One(above[row], below[row], row, into);
            for (; row + ValidityBits.PerWord <= rows.To; row += ValidityBits.PerWord)
            {
                ReadOnlySpan<double> divisors = below.Slice(row, ValidityBits.PerWord);
                into.Known[row >> 6] = NumberOrder.NotZero(divisors);
                into.True[row >> 6] = NumberOrder.Quotients(comparison, limit, above.Slice(row, ValidityBits.PerWord), divisors);
            }
        }

        for (; row < rows.To; row++) One(above[row], below[row], row, into);
    }

    private void One(double above, double below, int row, BitPair into)
    {
        if (below == 0) return;
        ValidityBits.Set(into.Known, row);
        if (ExactComparison.Holds(comparison, limit.Compare(above, below))) ValidityBits.Set(into.True, row);
    }
}
