using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Makes the child lists of the tables of a joined snapshot.</summary>
/// <param name="schema">The tables.</param>
/// <param name="tables">The rows of each.</param>
internal sealed class JoinedLists(FactSchema schema, IReadOnlyDictionary<string, JoinedTable> tables)
{
    /// <summary>The lists of a table.</summary>
    /// <param name="table">The table.</param>
    public Dictionary<string, ChildList> Of(JoinedTable table)
    {
        Dictionary<string, ChildList> lists = new(StringComparer.Ordinal);
        if (table.Rows.Length == 0) return lists;
        foreach (TableSchema list in schema.Lists(table.Schema.Name))
        {
            ChildList?[] parts = [.. table.Tables.Select(t => t.List(list.Children))];
            if (parts.OfType<ChildList>().Any()) lists.Add(list.Children, Make(table, list, parts));
        }

        return lists;
    }

    private ChildList Make(JoinedTable table, TableSchema list, ChildList?[] parts)
    {
        bool isOfGroups = table.Schema.Name == BaseTables.YearGroup && list.Name == BaseTables.Class;
        (int[] starts, int[] ends) = isOfGroups ? RowsOfGroups(table, tables[list.Name], parts) : Rows(table, tables[list.Name]);
        ulong[] reported = table.Schema.Name == BaseTables.Region ? ReportedOfRegions(table, list, parts) : Reported(table, parts);
        return new ChildList(list.Name, starts, ends, reported, Reasons(table, parts));
    }

    // The classes of a grade are neighbours in their school.
    private static (int[] Starts, int[] Ends) RowsOfGroups(JoinedTable groups, JoinedTable classes, ChildList?[] parts)
    {
        int[] starts = new int[groups.Rows.Length];
        int[] ends = new int[groups.Rows.Length];
        for (int row = 0; row < starts.Length; row++)
        {
            (int part, int at) = groups.Rows[row];
            if (parts[part]?.Rows(at) is not (int start, int end) || start == end) continue;
            starts[row] = classes.NumbersOf(part)[start];
            ends[row] = starts[row] + end - start;
        }

        return (starts, ends);
    }

    private (int[] Starts, int[] Ends) Rows(JoinedTable table, JoinedTable list)
    {
        bool isOfRegions = table.Schema.Name == BaseTables.Region;
        int[] last = isOfRegions ? RegionEnds(table) : [.. Enumerable.Range(1, table.Rows.Length)];
        if (list == table) return ([.. Enumerable.Range(1, last.Length)], last);
        int[] firsts = FirstsBelow(list.RowsAbove(table.Schema.Name, tables), table.Rows.Length);
        return (firsts[..^1], [.. last.Select(row => firsts[row])]);
    }

    // INVARIANT: the rows of a list stand in the order of the rows above, those that lie below none last.
    private static int[] FirstsBelow(int[] above, int count)
    {
        int[] firsts = new int[count + 1];
        int row = 0;
        for (int at = 0; at <= count; at++)
        {
            while (row < above.Length && above[row] >= 0 && above[row] < at) row++;
            firsts[at] = row;
        }

        return firsts;
    }

    private static int[] RegionEnds(JoinedTable regions)
    {
        int[] ends = [.. Enumerable.Range(1, regions.Rows.Length)];
        for (int row = ends.Length - 1; row >= 0; row--)
        {
            if (regions.Parents[row] is >= 0 and int parent) ends[parent] = Math.Max(ends[parent], ends[row]);
        }

        return ends;
    }

    private static ulong[] Reported(JoinedTable table, ChildList?[] parts)
    {
        ulong[] reported = new ulong[ValidityBits.Words(table.Rows.Length)];
        for (int row = 0; row < table.Rows.Length; row++)
        {
            if (parts[table.Rows[row].Part]?.IsReported(table.Rows[row].Row) == true) ValidityBits.Set(reported, row);
        }

        return reported;
    }

    // A region's list is whole where it is in every part; a school of no known region may belong to any.
    private ulong[] ReportedOfRegions(JoinedTable regions, TableSchema list, ChildList?[] parts)
    {
        ulong[] reported = new ulong[ValidityBits.Words(regions.Rows.Length)];
        if (list != regions.Schema && tables[BaseTables.School].Parents.Contains(-1)) return reported;
        bool[] isOpen = new bool[regions.Rows.Length];
        for (int part = 0; part < parts.Length; part++)
        {
            foreach ((int row, int at) in RowsIn(regions, part)) isOpen[row] |= parts[part]?.IsReported(at) != true;
        }

        for (int row = 0; row < isOpen.Length; row++)
        {
            if (!isOpen[row]) ValidityBits.Set(reported, row);
        }

        return reported;
    }

    private static IEnumerable<(int Row, int At)> RowsIn(JoinedTable regions, int part)
    {
        Dictionary<string, int> rows = [];
        for (int row = 0; row < regions.Rows.Length; row++) rows[regions.Tables[regions.Rows[row].Part].Id(regions.Rows[row].Row)] = row;
        FactTable table = regions.Tables[part];
        return Enumerable.Range(0, table.Count).Select(at => (rows[table.Id(at)], at));
    }

    private static UnknownReason[]? Reasons(JoinedTable table, ChildList?[] parts) => parts.OfType<ChildList>().All(p => p.Reasons is null)
        ? null
        : [.. table.Rows.Select(r => parts[r.Part]?.ReasonAt(r.Row) ?? UnknownReason.NotReported)];
}
