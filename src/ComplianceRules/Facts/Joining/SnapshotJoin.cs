using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Makes one snapshot of schools of others that were read from the same data: some of those of one, or all of those of several.</summary>
/// <remarks>Rows stand in the order of the whole data. What stands beside the schools is the same in every part, as far as a part has it. For one thread.</remarks>
/// <param name="parts">The snapshots, of one schema; at least one.</param>
/// <param name="wanted">Which tables and fields are wanted; null for all.</param>
internal sealed class SnapshotJoin(ImmutableArray<JoinedPart> parts, FactSelection? wanted)
{
    private const int NoRow = -1;

    private readonly FactSchema _schema = parts[0].Facts.Schema;
    private readonly Dictionary<string, JoinedTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);

    /// <summary>Some schools of a snapshot with what lies below them, and all that stands beside schools.</summary>
    /// <param name="whole">The snapshot.</param>
    /// <param name="hasSchool">Whether a school is wanted, by its row.</param>
    /// <param name="hasStrays">Whether rows that lie below no school are wanted.</param>
    /// <param name="wanted">Which tables and fields are wanted; null for all.</param>
    public static Snapshot Of(Snapshot whole, Func<int, bool> hasSchool, bool hasStrays, FactSelection? wanted)
    {
        FactPresence? presence = whole.Whole;
        if (presence is null)
        {
            presence = new FactPresence();
            presence.Add(whole);
        }

        return new SnapshotJoin([new JoinedPart(whole) { HasSchool = hasSchool, HasStrays = hasStrays }], wanted).Make(presence);
    }

    /// <summary>Makes the snapshot. What reading found is not in it.</summary>
    /// <param name="whole">What the whole data has, where this is only a part of it.</param>
    public Snapshot Make(FactPresence? whole)
    {
        foreach (TableSchema table in _schema.Tables.Values.OrderBy(t => _schema.SelfAndAncestors(t.Name).Count()).ThenBy(t => t.Name, StringComparer.Ordinal)) _tables.Add(table.Name, Rows(table));
        JoinedLists lists = new(_schema, _tables);
        Dictionary<string, FactTable> made = new(StringComparer.Ordinal);
        foreach (JoinedTable table in _tables.Values)
        {
            FactTable? above = table.Schema.Parent is { } parent ? made.GetValueOrDefault(parent) : null;
            made.Add(table.Schema.Name, new FactTable(table.Schema, table.Ids(), table.Parents, above, table.Columns(table.Schema.Name == BaseTables.Region ? null : wanted), lists.Of(table)));
        }

        Snapshot first = parts[0].Facts;
        return new Snapshot(_schema, first.Date, first.Title, first.Covers, made.Values, SchoolPacks(), DataReport.Empty) { Calendar = first.Calendar, Whole = whole };
    }

    private JoinedTable Rows(TableSchema table)
    {
        FactTable[] tables = [.. parts.Select(p => p.Facts.Table(table.Name))];
        if (table.Name == BaseTables.Region) return Regions(table, tables);
        if (wanted?.HasTable(table.Name) == false) return new JoinedTable(table, [], [], tables);
        List<(int Part, int Row)> rows = [];
        List<long> places = [];
        bool isOfSchools = _schema.SelfAndAncestors(table.Name).Any(t => t.Name == BaseTables.School);
        for (int part = 0; part < (isOfSchools ? parts.Length : 1); part++)
        {
            for (int row = 0; row < tables[part].Count; row++)
            {
                int above = Above(table, part, tables[part].Parent(row));
                if (!IsTaken(table, part, row, above, isOfSchools)) continue;
                int place = table.Name == BaseTables.School && parts[part].Places is { } known ? known[row] : rows.Count;
                places.Add(((long)(above < 0 ? int.MaxValue : above) << 32) | (uint)place);
                rows.Add((part, row));
            }
        }

        (int Part, int Row)[] sorted = [.. rows];
        Array.Sort(places.ToArray(), sorted);
        return new JoinedTable(table, sorted, [.. sorted.Select(r => Math.Max(NoRow, Above(table, r.Part, tables[r.Part].Parent(r.Row))))], tables);
    }

    private bool IsTaken(TableSchema table, int part, int row, int above, bool isOfSchools)
    {
        if (!isOfSchools) return true;
        if (table.Name == BaseTables.School) return parts[part].HasSchool?.Invoke(row) != false;
        return above >= 0 || (above == NoRow && parts[part].HasStrays);
    }

    // Below -1 where the row above was left out.
    private int Above(TableSchema table, int part, int row)
    {
        if (row < 0 || table.Parent is not { } parent) return NoRow;
        if (parent == BaseTables.Region) return _regions[parts[part].Facts.Table(parent).Id(row)];
        return _tables[parent].NumbersOf(part)[row] is >= 0 and int number ? number : NoRow - 1;
    }

    // Each before all that lie below it, siblings in the ordinal order of their ids, as in every snapshot.
    private JoinedTable Regions(TableSchema table, FactTable[] tables)
    {
        Dictionary<string, (int Part, int Row)> found = new(StringComparer.Ordinal);
        for (int part = 0; part < tables.Length; part++)
        {
            for (int row = 0; row < tables[part].Count; row++) found.TryAdd(tables[part].Id(row), (part, row));
        }

        ILookup<string, string> below = found.ToLookup(r => tables[r.Value.Part].Parent(r.Value.Row) is >= 0 and int above ? tables[r.Value.Part].Id(above) : string.Empty, r => r.Key);
        List<(int Part, int Row)> rows = [];
        List<int> parents = [];
        Stack<(string Id, int Parent)> open = new();
        Open(string.Empty, NoRow);
        while (open.TryPop(out (string Id, int Parent) region))
        {
            _regions[region.Id] = rows.Count;
            rows.Add(found[region.Id]);
            parents.Add(region.Parent);
            Open(region.Id, rows.Count - 1);
        }

        return new JoinedTable(table, [.. rows], [.. parents], tables);

        void Open(string parent, int row)
        {
            foreach (string id in below[parent].OrderDescending(StringComparer.Ordinal)) open.Push((id, row));
        }
    }

    private Dictionary<int, ImmutableArray<string>> SchoolPacks()
    {
        (int Part, int Row)[] schools = _tables[BaseTables.School].Rows;
        Dictionary<int, ImmutableArray<string>> packs = [];
        for (int row = 0; row < schools.Length; row++)
        {
            if (parts[schools[row].Part].Facts.PacksOfSchool(schools[row].Row) is { IsEmpty: false } named) packs.Add(row, named);
        }

        return packs;
    }
}
