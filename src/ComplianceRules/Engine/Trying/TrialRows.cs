using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Makes a snapshot of facts that have been taken for something.</summary>
/// <remarks>Used once. Not by the builder of snapshots: that knows schools and regions, and these facts know nothing.</remarks>
internal sealed class TrialRows(TrialWorld world)
{
    private readonly Dictionary<string, TrialTable> _given = world.Facts.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, FactTable> _made = new(StringComparer.Ordinal);

    /// <summary>The snapshot.</summary>
    public Snapshot Make()
    {
        FactSchema schema = world.Scope.Schema;
        foreach (TableSchema table in schema.Tables.Values) Table(table);
        DataReport report = new(ImmutableSortedDictionary<string, int>.Empty, 0, [], [], []);
        return new Snapshot(schema, null, null, [], _made.Values, ImmutableDictionary<int, ImmutableArray<string>>.Empty, report);
    }

    private FactTable Table(TableSchema schema)
    {
        if (_made.TryGetValue(schema.Name, out FactTable? made)) return made;
        FactTable? above = schema.Parent is null ? null : Table(world.Scope.Schema.Table(schema.Parent)!);
        TrialTable? given = _given.GetValueOrDefault(schema.Name);
        int count = given?.Count ?? 0;
        int[] parents = given is { Parents.IsEmpty: false } ? [.. given.Parents] : [.. Enumerable.Repeat(above is { Count: > 0 } ? 0 : -1, count)];
        RowIds ids = RowIds.Of([.. Enumerable.Range(1, count).Select(row => row.ToString(CultureInfo.InvariantCulture))]);
        FactTable table = new(schema, ids, parents, above, given is null ? [] : Columns(schema, given), Lists(schema.Name, given));
        _made.Add(schema.Name, table);
        return table;
    }

    private static IEnumerable<FactColumn> Columns(TableSchema schema, TrialTable given) =>
        given.Fields.Where(f => f.Cells.Any(c => c is not null)).Select(f => TrialCells.Column(schema.Field(f.Name)!, f.Cells));

    private Dictionary<string, ChildList> Lists(string table, TrialTable? given)
    {
        Dictionary<string, ChildList> lists = new(StringComparer.Ordinal);
        foreach (TrialTable child in world.Facts.Tables.Where(t => t.Parent == table)) lists.Add(child.Children, ListOf(child));
        foreach (TrialOpen open in given?.Opens ?? [])
        {
            bool isRows = open.IsEmpty && world.ReadingOf(given!.KeyOf(open.Name), open.Readings) == TrialReading.Rows;
            if (isRows) lists.Add(open.Name, new ChildList(TrialWorld.NameOfList(given!, open.Name), new int[1], new int[1], new ulong[] { 1 }, null));
        }

        return lists;
    }

    private static ChildList ListOf(TrialTable child)
    {
        int[] starts = new int[child.Reported.Length];
        int[] ends = new int[child.Reported.Length];
        ulong[] reported = new ulong[ValidityBits.Words(child.Reported.Length)];
        int at = 0;
        for (int row = 0; row < child.Reported.Length; row++)
        {
            starts[row] = at;
            while (at < child.Parents.Length && child.Parents[at] == row) at++;
            ends[row] = at;
            if (child.Reported[row]) ValidityBits.Set(reported, row);
        }

        return new ChildList(child.Name, starts, ends, reported, null);
    }
}
