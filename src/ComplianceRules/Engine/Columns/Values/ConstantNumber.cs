using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A number that is the same for all rows of a stack.</summary>
internal sealed class ConstantNumber(int slot, NumberScale scale, double most, bool isExact, Constant constant) : NumberNode(slot, scale, most, isExact)
{
    // Fifteen digits of a number are that near to it, unless it is so small that fewer are kept.
    private const double Rounding = 1e-14;
    private const double Smallest = 1e-40;

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        if (constant.Pack is null)
        {
            Fill(scope, into, 0, (0, into.Numbers.Length));
            return;
        }

        into.SetUnknown();
        ConstantRuns runs = new(scope, constant);
        while (runs.MoveNext()) Fill(scope, into, runs.Stack, runs.Rows);
    }

    private void Fill(ColumnScope scope, NumberBuffer into, int stack, (int From, int To) rows)
    {
        if (Number(scope.Bound.Binding.ValueOf(constant, stack)) is not { } number)
        {
            if (constant.Pack is null) into.SetUnknown();
            return;
        }

        into.Numbers[rows.From..rows.To].Fill(number.Value);
        if (!IsExact) into.Blur()[rows.From..rows.To].Fill(number.Error);
        if (constant.Pack is not null) Bitmaps.SetRange(into.Open(), rows.From, rows.To);
    }

    private (double Value, double Error)? Number(Value value)
    {
        Rational? exact = value switch
        {
            NumberValue { Number: var number } => number / Scale.Fraction,
            DateValue { Day: var day } => Rational.Of(day.DayNumber),
            TimeValue { Minutes: var minutes } => Rational.Of(minutes),
            _ => null,
        };
        if (exact is not { } wanted) return null;
        bool isWhole = wanted.IsWhole && BigInteger.Abs(wanted.Numerator) < (BigInteger)MostExact;
        double near = isWhole ? (double)wanted.Numerator : double.Parse(wanted.ToString(), CultureInfo.InvariantCulture);
        return (near, isWhole ? 0 : Math.Max(Math.Abs(near) * Rounding, Smallest));
    }
}
