using System.Collections.Concurrent;
using System.Collections.Frozen;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Finds rows again in an earlier snapshot: by their id, below the same row above where ids are unique only there.</summary>
/// <remarks>May be shared between threads. A table is indexed when its first row is asked for.</remarks>
/// <param name="current">The facts judged.</param>
/// <param name="earlier">The earlier facts, read by the same schema; null where none are given.</param>
internal sealed class EarlierRows(Snapshot current, Snapshot? earlier)
{
    private const int NotKnown = -1;

    private readonly ConcurrentDictionary<string, FrozenDictionary<(int Parent, string Id), int>> _rows = new(StringComparer.Ordinal);

    /// <summary>The same row in the earlier snapshot; null where there is none, or where it cannot be told which of several.</summary>
    public (FactTable Table, int Row)? Find(FactTable table, int row)
    {
        if (earlier is null || ParentOf(table, row) is not { } parent) return null;
        FactTable then = earlier.Table(table.Schema.Name);
        int found = _rows.GetOrAdd(then.Schema.Name, static (_, rows) => Indexed(rows), then).GetValueOrDefault((parent, table.Id(row)), NotKnown);
        return found < 0 ? null : (then, found);
    }

    /// <summary>The row above in the earlier snapshot, where it tells rows apart; null where the row above is known and was not there.</summary>
    private int? ParentOf(FactTable table, int row)
    {
        if (table.Schema.HasGlobalIds || table.Parent(row) < 0) return NotKnown;
        return Find(current.Table(table.Schema.Parent!), table.Parent(row))?.Row;
    }

    private static FrozenDictionary<(int Parent, string Id), int> Indexed(FactTable table)
    {
        Dictionary<(int Parent, string Id), int> rows = [];
        for (int row = 0; row < table.Count; row++)
        {
            int parent = table.Schema.HasGlobalIds ? NotKnown : table.Parent(row);
            if (!rows.TryAdd((parent, table.Id(row)), row)) rows[(parent, table.Id(row))] = NotKnown;
        }

        return rows.ToFrozenDictionary();
    }
}
