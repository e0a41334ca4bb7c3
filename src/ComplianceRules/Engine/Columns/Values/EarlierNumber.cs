using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A fact of the same row in the earlier snapshot: a number, a day or a time; unknown without one or where it has no such row.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="form">Scale, largest magnitude and exactness of the fact.</param>
/// <param name="field">The fact's name.</param>
internal sealed class EarlierNumber(int slot, (NumberScale Scale, double Most, bool IsExact) form, string field) : NumberNode(slot, form.Scale, form.Most, form.IsExact)
{
    // A double is nearest to the decimal that it stands for.
    private const double HalfStep = 1.0 / (1L << 53);

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        into.SetUnknown();
        if (scope.Bound.Binding.Facts.Previous?.Table(scope.Bound.Table.Schema.Name).Column(field) is not { } values) return;
        Span<ulong> known = into.Open();
        known.Clear();
        bool isPlain = values.Cells.Kind == CellKind.Double;
        Span<double> errors = isPlain ? into.Blur() : [];
        for (int row = scope.From; row < scope.To; row++)
        {
            if (scope.Bound.EarlierRow(row) is not (>= 0 and var earlier) || !values.IsKnown(earlier)) continue;
            double number = isPlain ? values.Cells.Cells<double>()[earlier] : values.Cells.Whole(earlier);
            into.Numbers[row - scope.First] = number;
            if (isPlain) errors[row - scope.First] = number == Math.Floor(number) && Math.Abs(number) < MostExact ? 0 : Math.Abs(number) * HalfStep;
            ValidityBits.Set(known, row - scope.First);
        }
    }
}
