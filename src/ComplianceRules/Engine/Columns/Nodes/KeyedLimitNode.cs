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

    /// <summary>The keys, with what the limit is.</summary>
    public required IReadOnlyList<KeyedConstant> Keys { get; init; }

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(columns.Fact) is { } cells && scope.Column(columns.Key) is { } keys && scope.Bound.KeyedLimitsOf(this, cells, keys) is { } limits)
        {
            JudgeByKey(scope, (cells, keys), limits, into);
            return;
        }

        TruthBuffer other = scope.Truth(otherwise);
        other.True.CopyTo(into.True);
        if (!other.IsTotal) other.False.CopyTo(into.Open());
    }

    private void JudgeByKey(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimits?[] limits, TruthBuffer into)
    {
        using WordLease lease = scope.Worker.LeaseWords(scope.Length);
        Span<ulong> known = lease.Words;
        if (limits.Length == 1)
        {
            Compare(scope, facts, limits[0]!, (0, scope.Length), new BitPair(into.True, known));
        }
        else
        {
            known.Clear();
            JudgeRuns(scope, facts, limits, new BitPair(into.True, known));
        }

        if (!facts.Fact.IsTotal) Bitmaps.And(known, scope.Known(facts.Fact), known);
        if (!facts.Key.IsTotal) Bitmaps.And(known, scope.Known(facts.Key), known);
        into.Settle(isOpposite, known.ContainsAnyExcept(ulong.MaxValue) ? known : []);
    }

    private void JudgeRuns(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimits?[] limits, BitPair into)
    {
        BoundRun[] runs = scope.Bound.Runs;
        int next = scope.Bound.RunAt(scope.From);
        while (next < runs.Length && runs[next].Start < scope.To)
        {
            KeyedLimits? own = limits[runs[next].Stack];
            int start = Math.Max(runs[next].Start, scope.From) - scope.First;
            int end = runs[next++].End;
            while (next < runs.Length && runs[next].Start == end && Equals(limits[runs[next].Stack], own)) end = runs[next++].End;
            int word = start >> 6;
            ulong before = (1UL << (start & 63)) - 1;
            (ulong answers, ulong known) = (into.True[word], into.Known[word]);
            (int From, int To) words = (word, ValidityBits.Words(Math.Min(end, scope.To) - scope.First));
            if (own is null) into.Known[words.From..words.To].Clear();
            else Compare(scope, facts, own, words, into);
            into.True[word] = (answers & before) | (into.True[word] & ~before);
            into.Known[word] = (known & before) | (into.Known[word] & ~before);
        }
    }

    private void Compare(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimits limits, (int From, int To) words, BitPair into)
    {
        int first = scope.First + (words.From * ValidityBits.PerWord);
        ReadOnlySpan<byte> keys = facts.Key.Cells.Cells<byte>()[first..];
        Span<ulong> result = into.True[words.From..words.To];
        Span<ulong> known = into.Known[words.From..words.To];
        if (facts.Fact.Cells.Kind == CellKind.Byte) KeyedComparison.Bytes(form == LimitForm.Same, facts.Fact.Cells.Cells<byte>()[first..], keys, limits.Bytes, result);
        else KeyedComparison.UInt16s(form == LimitForm.Same, facts.Fact.Cells.Cells<ushort>()[first..], keys, limits.UInt16s, result);
        if (limits.Never != 0)
        {
            KeyedComparison.Marked(keys, limits.Never, known);
            Bitmaps.AndNot(result, known, result);
        }

        if (limits.Known == BoundTable.KeysOf(facts.Key)) known.Fill(ulong.MaxValue);
        else KeyedComparison.Marked(keys, limits.Known, known);
    }
}
