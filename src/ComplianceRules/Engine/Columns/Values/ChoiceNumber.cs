namespace ComplianceRules.Engine;

/// <summary>One of two numbers, by a condition; unknown where the condition is.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="form">Scale, largest magnitude and exactness of the results.</param>
/// <param name="condition">The condition.</param>
/// <param name="whenTrue">The number where it holds and by what it is multiplied to come into the scale.</param>
/// <param name="whenFalse">The number where it does not, likewise.</param>
internal sealed class ChoiceNumber(
    int slot, (NumberScale Scale, double Most, bool IsExact) form, TruthNode condition, (NumberNode Number, double Factor) whenTrue, (NumberNode Number, double Factor) whenFalse)
    : NumberNode(slot, form.Scale, form.Most, form.IsExact)
{
    private const double LastPlace = 1.0 / (1L << 52);

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        TruthBuffer choice = scope.Truth(condition);
        NumberBuffer a = scope.Number(whenTrue.Number);
        NumberBuffer b = scope.Number(whenFalse.Number);
        ReadOnlySpan<ulong> isFirst = choice.True;
        Span<double> errors = IsExact ? [] : into.Blur();
        for (int row = 0; row < into.Numbers.Length; row++)
        {
            bool takes = (isFirst[row >> 6] >> row & 1) != 0;
            into.Numbers[row] = takes ? a.Numbers[row] * whenTrue.Factor : b.Numbers[row] * whenFalse.Factor;
            if (!IsExact) errors[row] = ErrorOf(into.Numbers[row], takes ? ErrorAt(a, row) * whenTrue.Factor : ErrorAt(b, row) * whenFalse.Factor);
        }

        if (choice.IsTotal && a.IsTotal && b.IsTotal) return;
        Span<ulong> known = into.Open();
        ReadOnlySpan<ulong> isSecond = choice.False;
        for (int word = 0; word < known.Length; word++)
            known[word] = (isFirst[word] & (a.IsTotal ? ulong.MaxValue : a.Known[word])) | (isSecond[word] & (b.IsTotal ? ulong.MaxValue : b.Known[word]));
    }

    private static double ErrorAt(NumberBuffer numbers, int row) => numbers.HasErrors ? numbers.Errors[row] : 0;

    private static double ErrorOf(double number, double carried) =>
        carried == 0 && number == Math.Floor(number) && Math.Abs(number) < MostExact ? 0 : carried + (Math.Abs(number) * LastPlace);
}
