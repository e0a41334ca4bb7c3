using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A question about the list of each row; unknown where the list was not reported.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The items.</param>
/// <param name="question">The question.</param>
internal sealed class ListNode(int slot, ListTally tally, ItemQuestion question) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits))
        {
            into.SetUnknown();
            return;
        }

        Answer(items.Bits, into.True);
        if (!items.Bits.HasDoubt && items.Bits.AreAllAsked) return;
        Bitmaps.AndNot(items.Bits.Asked, into.True, into.Open());
        Bitmaps.And(items.Bits.Asked, into.True, into.True);
        if (items.Bits.HasDoubt) Doubt(scope.Worker, items.Bits, into);
    }

    // As if no item in doubt were there.
    private void Answer(ListItemBits items, Span<ulong> isTrue)
    {
        switch (question)
        {
            case ItemQuestion.All:
                ItemCounting.Any(items.Failed, items.Places, isTrue);
                Bitmaps.Not(isTrue, isTrue);
                break;
            case ItemQuestion.Exists:
                ItemCounting.Any(items.Met, items.Places, isTrue);
                break;
            default:
                Span<double> met = items.Numbers(0);
                items.CountMet(met);
                for (int word = 0; word < isTrue.Length; word++) isTrue[word] = Ones(met.Slice(word * ValidityBits.PerWord, ValidityBits.PerWord));
                break;
        }
    }

    // Only an answer that no item in doubt can change stays.
    private void Doubt(ColumnWorker worker, ListItemBits items, TruthBuffer into)
    {
        ReadOnlySpan<ulong> doubts = items.MayTurnOut(failing: question == ItemQuestion.All);
        if (question != ItemQuestion.Exists) items.LeaveOut(doubts, into.True);
        if (question == ItemQuestion.All) return;
        using WordLease several = worker.LeaseWords(into.True.Length);
        several.Words.Clear();
        if (question == ItemQuestion.ExistsOne) Several(items.Numbers(0), into.False, several.Words);
        items.LeaveOut(doubts, into.False);
        Bitmaps.Or(into.False, several.Words, into.Open());
    }

    private static void Several(ReadOnlySpan<double> counts, ReadOnlySpan<ulong> rows, Span<ulong> several)
    {
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] > 1 && ValidityBits.Get(rows, row)) ValidityBits.Set(several, row);
        }
    }

    private static ulong Ones(ReadOnlySpan<double> counts)
    {
        ulong bits = 0;
        for (int row = 0; row < counts.Length; row++) bits |= (counts[row] == 1 ? 1UL : 0) << row;
        return bits;
    }
}
