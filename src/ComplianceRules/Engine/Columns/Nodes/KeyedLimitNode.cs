using System.Runtime.InteropServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A fact compared with a parameter that has a value for each key of the row.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="columns">The numbers of the columns of the fact and of the key.</param>
/// <param name="form">What is asked of a cell.</param>
/// <param name="isOpposite">Whether the opposite is asked.</param>
/// <param name="otherwise">The same condition, key by key: for columns that are too wide.</param>
internal sealed class KeyedLimitNode(int slot, (int Fact, int Key) columns, LimitForm form, bool isOpposite, TruthNode otherwise) : TruthNode(slot)
{
    /// <summary>What is asked of a cell.</summary>
    public LimitForm Form => form;

    /// <summary>Which rows are asked about: those whose key has an entry; null where all are. What is said of others means nothing.</summary>
    public KeyedEntryNode? Within { get; init; }

    /// <summary>The keys, with what the limit is.</summary>
    public required IReadOnlyList<KeyedConstant> Keys { get; init; }

    /// <summary>The same comparison, asked only about some rows.</summary>
    /// <param name="within">Which rows are asked about.</param>
    /// <returns>Makes it with its number among the conditions of the table; null where the rows are told by another key.</returns>
    public Func<int, TruthNode>? AskedWithin(KeyedEntryNode within) =>
        within.Column == columns.Key ? slot => new KeyedLimitNode(slot, columns, form, isOpposite, otherwise) { Keys = Keys, Within = within } : null;

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(columns.Fact) is { } cells && scope.Column(columns.Key) is { } keys && scope.Bound.KeyedLimitsOf(this, cells, keys) is { IsTooWide: false } limits)
        {
            JudgeByKey(scope, (cells, keys), limits, into);
            return;
        }

        into.SetSame(scope.Truth(otherwise));
    }

    private void JudgeByKey(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimitSet limits, TruthBuffer into)
    {
        if (limits.IsSure)
        {
            JudgeRuns(scope, facts, limits, new BitPair(into.True, []));
            SettleBoth(scope, facts, into);
            return;
        }

        using WordLease lease = scope.Worker.LeaseWords(scope.Length);
        Span<ulong> known = lease.Words;
        known.Clear();
        JudgeRuns(scope, facts, limits, new BitPair(into.True, known));
        if (!facts.Fact.IsTotal) Bitmaps.And(known, scope.Known(facts.Fact), known);
        if (!facts.Key.IsTotal) Bitmaps.And(known, scope.Known(facts.Key), known);
        into.Settle(isOpposite, known);
    }

    private void SettleBoth(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, TruthBuffer into)
    {
        if (facts.Fact.IsTotal || facts.Key.IsTotal)
        {
            into.Settle(isOpposite, facts.Fact.IsTotal ? facts.Key : facts.Fact, scope.First);
            return;
        }

        using WordLease lease = scope.Worker.LeaseWords(scope.Length);
        Bitmaps.And(scope.Known(facts.Fact), scope.Known(facts.Key), lease.Words);
        into.Settle(isOpposite, lease.Words);
    }

    private void JudgeRuns(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimitSet limits, BitPair into)
    {
        if (limits.IsUniform)
        {
            Compare(scope, facts, limits[0], .., into);
            return;
        }

        if (into.Known.IsEmpty && KeyedOwn.IsSupported && RunPieces.AreFor(scope))
        {
            JudgePieces(scope, facts, limits, into.True);
            return;
        }

        RunWalk runs = new(scope, limits);
        while (runs.MoveNext())
        {
            ulong answers = runs.FirstOf(into.True);
            ulong known = into.Known.IsEmpty ? 0 : runs.FirstOf(into.Known);
            Compare(scope, facts, limits[runs.Stack], runs.Words, into);
            runs.Keep(into.True, answers);
            if (!into.Known.IsEmpty) runs.Keep(into.Known, known);
        }
    }

    private void JudgePieces(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimitSet limits, Span<ulong> result)
    {
        CellStore cells = facts.Fact.Cells;
        ReadOnlySpan<byte> keys = facts.Key.Cells.Cells<byte>();
        using WordLease lease = scope.Worker.LeaseWords(RunPieces.Room);
        Span<byte> room = MemoryMarshal.AsBytes(lease.Words);
        RunPieces pieces = new(scope, limits);
        while (pieces.MoveNext())
        {
            int first = scope.First + pieces.First;
            while (pieces.NextRun()) KeyedOwn.Put(cells.Kind, keys[first..], limits[pieces.Stack], pieces.Run, room);
            LimitComparison.Judge(form == LimitForm.Same, cells, first, room, result[pieces.Words]);
        }
    }

    private void Compare(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimits limits, Range words, BitPair into)
    {
        int first = scope.First + (words.Start.Value * ValidityBits.PerWord);
        ReadOnlySpan<byte> keys = facts.Key.Cells.Cells<byte>()[first..];
        Span<ulong> result = into.True[words];
        Compare(facts.Fact.Cells, first, keys, limits, result);
        if (into.Known.IsEmpty) return;
        Span<ulong> known = into.Known[words];
        if (limits.Never != 0)
        {
            KeyedComparison.Marked(keys, limits.Never, known);
            Bitmaps.AndNot(result, known, result);
        }

        KeyedComparison.Marked(keys, limits.Known, known);
    }

    private void Compare(CellStore cells, int first, ReadOnlySpan<byte> keys, KeyedLimits limits, Span<ulong> result)
    {
        bool isSame = form == LimitForm.Same;
        if (cells.Kind == CellKind.Byte) KeyedComparison.Bytes(isSame, cells.Cells<byte>()[first..], keys, limits.Bytes, result);
        else if (cells.Kind == CellKind.UInt16) KeyedComparison.UInt16s(isSame, cells.Cells<ushort>()[first..], keys, limits.UInt16s, result);
        else KeyedComparison.Doubles(isSame, cells.Cells<double>()[first..], keys, limits.Doubles, result);
    }
}
