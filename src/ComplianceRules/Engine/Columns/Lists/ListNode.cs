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
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.Open();
        for (int row = scope.From; row < scope.To; row++)
        {
            if (!items.Bits.IsReported(row) || items.Bits.Count(row).Answer(question) is not { } answer) continue;
            ValidityBits.Set(answer ? isTrue : isFalse, row - scope.First);
        }
    }
}
