using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Sums, differences and products of two numbers of each row.</summary>
/// <remarks>Running error analysis: exact where both are whole and the result stays below 2^53, else the errors of both and half a unit in the last place.</remarks>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="form">Scale, largest magnitude and exactness of the results.</param>
/// <param name="sign">Add, subtract or multiply.</param>
/// <param name="left">The left number and by what it is multiplied to come into the scale.</param>
/// <param name="right">The right number, likewise.</param>
internal sealed class ArithmeticNumber(
    int slot, (NumberScale Scale, double Most, bool IsExact) form, ArithmeticOperator sign, (NumberNode Number, double Factor) left, (NumberNode Number, double Factor) right)
    : NumberNode(slot, form.Scale, form.Most, form.IsExact)
{
    private const double LastPlace = 1.0 / (1L << 52);

    // Numbers above 1e300 are unknown; near there the interpreter has to say.
    private const double Largest = 1e290;

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        NumberBuffer a = scope.Number(left.Number);
        NumberBuffer b = scope.Number(right.Number);
        Compute(a.Numbers, b.Numbers, into.Numbers);
        if (!IsExact) Errors(a, b, into);
        into.Limit(a);
        into.Limit(b);
    }

    private void Compute(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        (double fa, double fb) = (left.Factor, right.Factor);
        if (sign == ArithmeticOperator.Add)
        {
            for (int row = 0; row < result.Length; row++) result[row] = (a[row] * fa) + (b[row] * fb);
        }
        else if (sign == ArithmeticOperator.Subtract)
        {
            for (int row = 0; row < result.Length; row++) result[row] = (a[row] * fa) - (b[row] * fb);
        }
        else
        {
            for (int row = 0; row < result.Length; row++) result[row] = a[row] * b[row];
        }
    }

    private void Errors(NumberBuffer a, NumberBuffer b, NumberBuffer into)
    {
        Span<double> errors = into.Blur();
        ReadOnlySpan<double> results = into.Numbers;
        for (int row = 0; row < errors.Length; row++)
        {
            (double x, double y) = (a.Numbers[row] * left.Factor, b.Numbers[row] * right.Factor);
            (double ex, double ey) = ((a.HasErrors ? a.Errors[row] : 0) * left.Factor, (b.HasErrors ? b.Errors[row] : 0) * right.Factor);
            bool isExact = ex == 0 && ey == 0 && IsWhole(x) && IsWhole(y) && Math.Abs(results[row]) < MostExact;
            double carried = sign == ArithmeticOperator.Multiply ? (Math.Abs(x) * ey) + (Math.Abs(y) * ex) + (ex * ey) : ex + ey + ((Math.Abs(x) + Math.Abs(y)) * LastPlace);
            errors[row] = isExact ? 0 : Math.Abs(results[row]) < Largest ? (carried + (Math.Abs(results[row]) * LastPlace)) * 2 : double.PositiveInfinity;
        }
    }

    private static bool IsWhole(double value) => value == Math.Floor(value) && Math.Abs(value) < MostExact;
}
