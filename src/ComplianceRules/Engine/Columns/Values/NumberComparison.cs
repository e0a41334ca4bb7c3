using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Two numbers of each row compared; where they are too near to tell, the interpreter is asked.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="comparison">How they are compared.</param>
/// <param name="left">The left number and by what it is multiplied to come into the common scale.</param>
/// <param name="right">The right number, likewise.</param>
/// <param name="doubtful">What the interpreter is asked; null where both are exact.</param>
internal sealed class NumberComparison(
    int slot, ComparisonOperator comparison, (NumberNode Number, double Factor) left, (NumberNode Number, double Factor) right, RowQuestion? doubtful) : TruthNode(slot)
{
    private const double LastPlace = 1.0 / (1L << 50);

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        NumberBuffer a = scope.Number(left.Number);
        NumberBuffer b = scope.Number(right.Number);
        into.True.Clear();
        for (int word = 0; word < into.True.Length; word++) into.True[word] = Word(a, b, word * ValidityBits.PerWord);
        into.Settle(false, a.IsTotal ? [] : a.Known);
        if (!b.IsTotal)
        {
            Bitmaps.And(into.True, b.Known, into.True);
            Bitmaps.And(into.False, b.Known, into.Open());
        }

        if (doubtful is not null && (a.HasErrors || b.HasErrors)) AskAgain(scope, a, b, into);
    }

    private ulong Word(NumberBuffer a, NumberBuffer b, int first)
    {
        ulong bits = 0;
        ReadOnlySpan<double> x = a.Numbers.Slice(first, ValidityBits.PerWord);
        ReadOnlySpan<double> y = b.Numbers.Slice(first, ValidityBits.PerWord);
        if (doubtful is null) return NumberOrder.Word(comparison, new ScaledNumbers(x, left.Factor), new ScaledNumbers(y, right.Factor));
        for (int row = 0; row < x.Length; row++)
            bits |= (ExactComparison.Holds(comparison, (x[row] * left.Factor).CompareTo(y[row] * right.Factor)) ? 1UL : 0) << row;
        return bits;
    }

    private void AskAgain(ColumnScope scope, NumberBuffer a, NumberBuffer b, TruthBuffer into)
    {
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.False;
        into.Open();
        for (int row = scope.From - scope.First; row < scope.To - scope.First; row++)
        {
            double error = ((a.HasErrors ? a.Errors[row] : 0) * left.Factor) + ((b.HasErrors ? b.Errors[row] : 0) * right.Factor);
            if (error == 0 || !((isTrue[row >> 6] | isFalse[row >> 6]) >> row << 63 != 0)) continue;
            (double x, double y) = (a.Numbers[row] * left.Factor, b.Numbers[row] * right.Factor);
            if (Math.Abs(x - y) > error + ((Math.Abs(x) + Math.Abs(y)) * LastPlace)) continue;
            Bitmaps.ClearRange(isTrue, row, row + 1);
            Bitmaps.ClearRange(isFalse, row, row + 1);
            if (doubtful!.Ask(scope, scope.First + row) is { } answer) ValidityBits.Set(answer ? isTrue : isFalse, row);
        }
    }
}
