using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A day or a time moved by a span; unknown where the span is not whole, or where the day leaves the calendar.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="moment">The day or time.</param>
/// <param name="span">The span; exact.</param>
/// <param name="scale">By what the span is multiplied, its sign too, and by what it is divided, to count in days or minutes.</param>
internal sealed class MovedNumber(int slot, NumberNode moment, NumberNode span, (double Times, double Parts) scale)
    : NumberNode(slot, NumberScale.One, moment.Most + (span.Most * Math.Abs(scale.Times)), moment.IsExact && moment.Most + (span.Most * Math.Abs(scale.Times)) < MostExact)
{
    /// <summary>Whether there is a first and a last: of days.</summary>
    public required bool MayLeaveCalendar { get; init; }

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        NumberBuffer from = scope.Number(moment);
        NumberBuffer by = scope.Number(span);
        (double least, double most) = MayLeaveCalendar ? (0, DateOnly.MaxValue.DayNumber) : (-int.MaxValue, (double)int.MaxValue);
        if (from.HasErrors) from.Errors.CopyTo(into.Blur());
        Span<ulong> known = into.Open();
        known.Clear();
        for (int row = 0; row < into.Numbers.Length; row++)
        {
            double moved = by.Numbers[row] * scale.Times;
            if (moved % scale.Parts != 0) continue;
            double to = from.Numbers[row] + (moved / scale.Parts);
            into.Numbers[row] = to;
            if (to >= least && to <= most) ValidityBits.Set(known, row);
        }

        into.Limit(from);
        into.Limit(by);
    }
}
