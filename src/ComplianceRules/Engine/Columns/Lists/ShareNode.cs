using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A share of the items of each row's list compared with a limit: decided where every way the unknown items may turn out gives the same answer.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The items.</param>
/// <param name="comparison">How the share is compared.</param>
/// <param name="limit">The limit, in per cent.</param>
/// <param name="mayBeOpen">Whether a share that is not known may be decided all the same, where every way gives the same answer.</param>
internal sealed class ShareNode(int slot, ListTally tally, ComparisonOperator comparison, Constant limit, bool mayBeOpen) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        Span<double> met = items.Bits.Numbers(0);
        Span<double> all = items.Bits.Numbers(1);
        if (!items.Bits.HasDoubt)
        {
            items.Bits.CountMet(met);
            items.Bits.CountSurely(all);
        }

        Span<ulong> known = into.Open();
        ConstantRuns runs = new(scope, limit);
        while (runs.MoveNext())
        {
            if (runs.Value is not NumberValue { Number: var number }) continue;
            if (items.Bits.HasDoubt) Judge(items.Bits, new ShareLimit(comparison, number), runs.Rows, new BitPair(into.True, known));
            else new QuotientLimit(comparison, ProductLimit.Of(number / Rational.Of(100)), (items.Bits.Longest, items.Bits.Longest)).Judge(met, all, runs.Rows, new BitPair(into.True, known));
        }

        Bitmaps.And(known, items.Bits.Asked, known);
        Bitmaps.And(into.True, known, into.True);
        Bitmaps.AndNot(known, into.True, known);
    }

    private void Judge(ListItemBits items, ShareLimit share, (int From, int To) rows, BitPair into)
    {
        for (int row = rows.From; row < rows.To; row++)
        {
            if (share.Answer(items.Count(row), mayBeOpen) is not { } answer) continue;
            ValidityBits.Set(into.Known, row);
            if (answer) ValidityBits.Set(into.True, row);
        }
    }
}
