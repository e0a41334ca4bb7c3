using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Whether a parameter has an entry for the key of the row; unknown where the key is.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="column">The number of the column of the key.</param>
/// <param name="otherwise">The same condition, key by key: for columns that are too wide.</param>
internal sealed class KeyedEntryNode(int slot, int column, TruthNode otherwise) : TruthNode(slot)
{
    /// <summary>The number of the column of the key.</summary>
    public int Column => column;

    /// <summary>The keys, with whether there is an entry.</summary>
    public required IReadOnlyList<KeyedConstant> Keys { get; init; }

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(column) is { } keys && scope.Bound.EntriesOf(this, keys) is { IsTooWide: false } entries)
        {
            JudgeByKey(scope, keys, entries, into);
            return;
        }

        into.SetSame(scope.Truth(otherwise));
    }

    /// <summary>The keys that have an entry in a stack, by the cells of the column; null where one of them is unknown.</summary>
    /// <param name="keys">The column.</param>
    /// <param name="binding">What is judged.</param>
    /// <param name="stack">The stack.</param>
    public ulong? EntriesOf(FactColumn keys, SnapshotBinding binding, int stack)
    {
        ulong entries = 0;
        foreach (KeyedConstant key in Keys)
        {
            if (KeyedLimits.CellOf(key.Key, keys) is not (>= 0 and < KeyedComparison.Limits and var cell)) continue;
            if (binding.ValueOf(key.Limit, stack) is not BoolValue { Truth: var isThere }) return null;
            if (isThere) entries |= 1UL << (int)cell;
        }

        return entries;
    }

    private void JudgeByKey(ColumnScope scope, FactColumn keys, KeyedEntries entries, TruthBuffer into)
    {
        if (!entries.IsUniform)
        {
            JudgeRuns(scope, keys.Cells.Cells<byte>()[scope.First..], entries, into.True);
            into.Settle(false, keys, scope.First);
            return;
        }

        // Most parameters have entries for the same few keys.
        if (scope.MarkedBy(column, entries[0]) is { } same)
        {
            into.SetSame(same);
            return;
        }

        KeyedComparison.Marked(keys.Cells.Cells<byte>()[scope.First..], entries[0], into.True);
        into.Settle(false, keys, scope.First);
        scope.Mark(column, entries[0], into);
    }

    private static void JudgeRuns(ColumnScope scope, ReadOnlySpan<byte> cells, KeyedEntries entries, Span<ulong> result)
    {
        RunWalk runs = new(scope, entries);
        while (runs.MoveNext())
        {
            ulong before = runs.FirstOf(result);
            KeyedComparison.Marked(cells[(runs.First - scope.First)..], entries[runs.Stack], result[runs.Words]);
            runs.Keep(result, before);
        }
    }
}
