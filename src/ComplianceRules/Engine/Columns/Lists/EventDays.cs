using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The days of the events at hand.</summary>
/// <param name="column">The column of the days; null where no event has one.</param>
/// <param name="first">The row of the first event at hand.</param>
internal readonly ref struct EventDays(FactColumn? column, int first)
{
    private readonly ReadOnlySpan<int> _days = column is null ? [] : column.Cells.Cells<int>();

    /// <summary>Counts the events of a row by period.</summary>
    /// <param name="items">The events, sorted by whether they count.</param>
    /// <param name="row">The row.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="events">Takes the least and the most events of each.</param>
    public void Count(ListItemBits items, int row, JudgedPeriods periods, Span<(int Least, int Most)> events)
    {
        events.Clear();
        int anywhere = 0;
        for (int item = items.Places.From[row]; item < items.Places.To[row]; item++)
        {
            bool isSure = ValidityBits.Get(items.Surely, item);
            if (!isSure && (!items.HasDoubt || !ValidityBits.Get(items.Perhaps, item))) continue;
            if (column is null || !column.IsKnown(first + item))
            {
                anywhere++;
                continue;
            }

            int period = periods.Of(_days[first + item]);
            if (period < 0) continue;
            events[period].Most++;
            if (isSure) events[period].Least++;
        }

        foreach (ref (int Least, int Most) period in events) period.Most += anywhere;
    }
}
