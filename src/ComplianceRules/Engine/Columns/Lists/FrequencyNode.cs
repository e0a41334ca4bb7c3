using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The events of each row's list counted by period and held to limits.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The events, those that do not count left out.</param>
/// <param name="on">The number of the column of their days.</param>
/// <param name="part">What is asked: whether a period is judged, or whether none is broken.</param>
internal sealed class FrequencyNode(int slot, ListTally tally, int on, FrequencyPart part) : TruthNode(slot)
{
    /// <summary>What is asked.</summary>
    public FrequencyPart Part => part;

    /// <summary>Which periods are judged.</summary>
    public required PeriodQuestion Periods { get; init; }

    /// <summary>The pack of the rule.</summary>
    public required string Pack { get; init; }

    /// <summary>The least number of events; null where there is none.</summary>
    public required Constant? Min { get; init; }

    /// <summary>The largest number of events; null where there is none.</summary>
    public required Constant? Max { get; init; }

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        BitPair bits = new(into.True, into.Open());
        FrequencyTerms terms = scope.Bound.Binding.TermsOf(this);
        using ListItemLease items = scope.Worker.LeaseItems();
        ListItemBits? listed = tally.TryOpen(scope, items.Bits) ? items.Bits : null;
        RunWalk runs = new(scope, terms);
        while (runs.MoveNext())
        {
            StackPeriods periods = terms[runs.Stack];
            if (listed is null || periods.IsSettled) Fill(runs.Bits, periods.Unlisted, bits);
            else Count(scope, listed, periods, runs.Bits, bits);
        }
    }

    // The pair holds what is true and what is false.
    private static void Fill((int From, int To) rows, bool? answer, BitPair bits)
    {
        if (answer is { } known) Bitmaps.SetRange(known ? bits.True : bits.Known, rows.From, rows.To);
    }

    private void Count(ColumnScope scope, ListItemBits items, StackPeriods periods, (int From, int To) rows, BitPair bits)
    {
        ColumnScope below = tally.Items(scope);
        EventDays days = new(below.Column(on), below.First);
        ReadOnlySpan<ulong> asked = items.Asked;
        Span<(int Least, int Most)> room = stackalloc (int Least, int Most)[PeriodFinder.MostPeriods];
        Span<(int Least, int Most)> events = room[..periods.Judged.Periods.Length];
        for (int row = rows.From; row < rows.To; row++)
        {
            bool? answer = periods.Unlisted;
            if (ValidityBits.Get(asked, row))
            {
                // A row that goes through long lists takes as long as many others.
                if (items.Places.To[row] - items.Places.From[row] > ValidityBits.PerWord) scope.Worker.Check();
                days.Count(items, row, periods.Judged, events);
                answer = periods.Answer(events);
            }

            if (answer is { } known) ValidityBits.Set(known ? bits.True : bits.Known, row);
        }
    }
}
