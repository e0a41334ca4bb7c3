using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The coefficient of variation of the items of each row's list compared with a limit, by its square and multiplied out, so that nothing is rounded.</summary>
/// <remarks>The square is w Σwx² / (Σwx)² - 1, where w is the sum of the weights; unknown without items, for a mean or weights of 0 and for a negative weight.</remarks>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The items.</param>
/// <param name="numbers">The numbers of an item, and their weights; null where all weigh the same. Exact.</param>
/// <param name="comparison">How the coefficient is compared.</param>
/// <param name="limit">The limit.</param>
internal sealed class VariationComparison(int slot, ListTally tally, (NumberNode Number, NumberNode? Weight) numbers, ComparisonOperator comparison, Constant limit) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        ColumnScope below = tally.Items(scope);
        FactColumn? cells = Bytes(numbers.Number, below);
        FactColumn? weights = numbers.Weight is null ? null : Bytes(numbers.Weight, below);
        if (cells is null || (weights is null && numbers.Weight is not null)) OneByOne(scope, items.Bits, below, into);
        else Together(scope, items.Bits, (below, cells, weights), into);
    }

    private static FactColumn? Bytes(NumberNode number, ColumnScope items) =>
        ItemMomentKernel.IsSupported && number is ColumnNumber fact && items.Column(fact.Column) is { Cells.Kind: CellKind.Byte } column ? column : null;

    private static void Settle(ListItemBits items, ReadOnlySpan<ulong> known, ReadOnlySpan<ulong> knownWeights, TruthBuffer into)
    {
        Span<ulong> rows = into.Open();
        items.Limit(known, rows);
        if (!knownWeights.IsEmpty) items.Limit(knownWeights, rows);
        Bitmaps.And(into.True, rows, into.True);
        Bitmaps.AndNot(rows, into.True, rows);
    }

    private void Together(ColumnScope scope, ListItemBits items, (ColumnScope Scope, FactColumn Cells, FactColumn? Weights) below, TruthBuffer into)
    {
        int first = below.Scope.First;
        MomentRoom moments = new(items.Numbers(0), items.Numbers(1), items.Numbers(2));
        items.Sum(below.Cells.Cells.Cells<byte>()[first..], below.Weights is null ? [] : below.Weights.Cells.Cells<byte>()[first..], moments);
        ConstantRuns runs = new(scope, limit);
        while (runs.MoveNext())
        {
            if (runs.Value is NumberValue { Number: var number }) new VariationLimit(comparison, number).Judge(moments, runs.Rows, new BitPair(into.True, into.Open()));
        }

        Settle(items, below.Scope.Known(below.Cells), below.Weights is null ? [] : below.Scope.Known(below.Weights), into);
    }

    private void OneByOne(ColumnScope scope, ListItemBits items, ColumnScope below, TruthBuffer into)
    {
        NumberBuffer x = below.Number(numbers.Number);
        NumberBuffer? w = numbers.Weight is null ? null : below.Number(numbers.Weight);
        ConstantRuns runs = new(scope, limit);
        while (runs.MoveNext())
        {
            if (runs.Value is NumberValue { Number: var number }) Judge(items, (x, w), new VariationLimit(comparison, number), runs.Rows, new BitPair(into.True, into.Open()));
        }

        Settle(items, x.IsTotal ? [] : x.Known, w is null || w.IsTotal ? [] : w.Known, into);
    }

    private void Judge(ListItemBits items, (NumberBuffer Numbers, NumberBuffer? Weights) of, VariationLimit bound, (int From, int To) rows, BitPair into)
    {
        double most = numbers.Number.Most * numbers.Number.Most * (numbers.Weight?.Most ?? 1);
        ReadOnlySpan<double> weights = of.Weights is null ? [] : of.Weights.Numbers;
        ReadOnlySpan<ulong> asked = items.Asked;
        for (int row = rows.From; row < rows.To; row++)
        {
            if (!ValidityBits.Get(asked, row) || items.Span(row) is not { Count: > 0 } all) continue;
            if (ItemMoments.Of(all, items.Surely, of.Numbers.Numbers, weights, most) is not { } moments) continue;
            ValidityBits.Set(into.Known, row);
            if (bound.Holds(moments)) ValidityBits.Set(into.True, row);
        }
    }
}
