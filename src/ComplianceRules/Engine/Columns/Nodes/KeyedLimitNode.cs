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
            into.Settle(isOpposite, scope.Known(facts.Fact.IsTotal ? facts.Key : facts.Fact));
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
            Compare(scope, facts, limits[0], (0, scope.Length), into);
            return;
        }

        BoundRun[] runs = scope.Bound.Runs;
        int next = scope.Bound.RunAt(scope.From);
        while (next < runs.Length && runs[next].Start < scope.To)
        {
            KeyedLimits own = limits[runs[next].Stack];
            int start = Math.Max(runs[next].Start, scope.From) - scope.First;
            int end = runs[next++].End;
            while (next < runs.Length && runs[next].Start == end && limits[runs[next].Stack] == own) end = runs[next++].End;
            int word = start >> 6;
            ulong before = (1UL << (start & 63)) - 1;
            ulong answers = into.True[word];
            ulong known = into.Known.IsEmpty ? 0 : into.Known[word];
            Compare(scope, facts, own, (word, ValidityBits.Words(Math.Min(end, scope.To) - scope.First)), into);
            into.True[word] = (answers & before) | (into.True[word] & ~before);
            if (!into.Known.IsEmpty) into.Known[word] = (known & before) | (into.Known[word] & ~before);
        }
    }

    private void Compare(ColumnScope scope, (FactColumn Fact, FactColumn Key) facts, KeyedLimits limits, (int From, int To) words, BitPair into)
    {
        int first = scope.First + (words.From * ValidityBits.PerWord);
        ReadOnlySpan<byte> keys = facts.Key.Cells.Cells<byte>()[first..];
        Span<ulong> result = into.True[words.From..words.To];
        if (facts.Fact.Cells.Kind == CellKind.Byte) KeyedComparison.Bytes(form == LimitForm.Same, facts.Fact.Cells.Cells<byte>()[first..], keys, limits.Bytes, result);
        else KeyedComparison.UInt16s(form == LimitForm.Same, facts.Fact.Cells.Cells<ushort>()[first..], keys, limits.UInt16s, result);
        if (into.Known.IsEmpty) return;
        Span<ulong> known = into.Known[words.From..words.To];
        if (limits.Never != 0)
        {
            KeyedComparison.Marked(keys, limits.Never, known);
            Bitmaps.AndNot(result, known, result);
        }

        KeyedComparison.Marked(keys, limits.Known, known);
    }
}
