using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What is left of one whole number divided by another, with the sign of the first; unknown where the divisor is 0.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="form">Scale and largest magnitude of the results.</param>
/// <param name="left">The dividend, exact, and by what it is multiplied to come into the scale.</param>
/// <param name="right">The divisor, likewise.</param>
internal sealed class RemainderNumber(int slot, (NumberScale Scale, double Most) form, (NumberNode Number, double Factor) left, (NumberNode Number, double Factor) right)
    : NumberNode(slot, form.Scale, form.Most, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        NumberBuffer a = scope.Number(left.Number);
        NumberBuffer b = scope.Number(right.Number);
        Span<ulong> known = into.Open();
        known.Clear();
        for (int row = 0; row < into.Numbers.Length; row++)
        {
            double divisor = b.Numbers[row] * right.Factor;
            if (divisor == 0) continue;
            into.Numbers[row] = a.Numbers[row] * left.Factor % divisor;
            ValidityBits.Set(known, row);
        }

        into.Limit(a);
        into.Limit(b);
    }
}
