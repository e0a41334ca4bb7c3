using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A quotient of two whole numbers of each row compared with a limit, multiplied out so that nothing is rounded; unknown where the divisor is 0.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="comparison">How the quotient is compared.</param>
/// <param name="above">The dividend; exact.</param>
/// <param name="below">The divisor; exact.</param>
/// <param name="limit">The limit, and by what the quotient of the numbers is multiplied to be compared with it.</param>
internal sealed class RatioComparison(int slot, ComparisonOperator comparison, NumberNode above, NumberNode below, (Constant Constant, Rational Factor) limit) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        if (limit.Constant.Pack is null)
        {
            Judge(scope, scope.Bound.Binding.ValueOf(limit.Constant, 0), (scope.From, scope.To), into);
            return;
        }

        BoundRun[] runs = scope.Bound.Runs;
        for (int run = scope.Bound.RunAt(scope.From); run < runs.Length && runs[run].Start < scope.To; run++)
        {
            (int, int) rows = (Math.Max(runs[run].Start, scope.From), Math.Min(runs[run].End, scope.To));
            Judge(scope, scope.Bound.Binding.ValueOf(limit.Constant, runs[run].Stack), rows, into);
        }
    }

    private void Judge(ColumnScope scope, Value value, (int From, int To) rows, TruthBuffer into)
    {
        if (value is not NumberValue { Number: var number }) return;
        ProductLimit bound = ProductLimit.Of(number / limit.Factor);
        NumberBuffer a = scope.Number(above);
        NumberBuffer b = scope.Number(below);
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.Open();
        for (int row = rows.From - scope.First; row < rows.To - scope.First; row++)
        {
            if (!IsKnown(a, row) || !IsKnown(b, row) || b.Numbers[row] == 0) continue;
            bool answer = ExactComparison.Holds(comparison, bound.Compare(a.Numbers[row], b.Numbers[row]));
            ValidityBits.Set(answer ? isTrue : isFalse, row);
        }
    }

    private static bool IsKnown(NumberBuffer numbers, int row) => numbers.IsTotal || ValidityBits.Get(numbers.Known, row);
}
