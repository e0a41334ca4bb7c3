using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Makes the snapshot of the rows gathered.</summary>
internal sealed class SnapshotAssembly
{
    private readonly SnapshotBuilder _builder;
    private readonly SnapshotLayout _layout;
    private readonly RegionCoverage _coverage;
    private readonly ReportedLists _reported;
    private readonly SortedSet<string> _unreported = new(StringComparer.Ordinal);

    private SnapshotAssembly(SnapshotBuilder builder)
    {
        _builder = builder;
        _layout = new SnapshotLayout(builder);
        _coverage = new RegionCoverage(builder, _layout.Of(BaseTables.Region), _layout.Of(BaseTables.School));
        _reported = new ReportedLists(_layout, _coverage);
    }

    public static Snapshot Make(SnapshotBuilder builder)
    {
        SnapshotAssembly assembly = new(builder);
        // Lists before columns: those of year groups look at grades, and columns use up what was gathered.
        Dictionary<TableLayout, Dictionary<string, ChildList>> lists = assembly._layout.Tables.ToDictionary(t => t, assembly.Lists);
        Dictionary<string, FactTable> tables = new(StringComparer.Ordinal);
        foreach ((TableLayout layout, Dictionary<string, ChildList> own) in lists)
            tables.Add(layout.Schema.Name, Table(layout, own, layout.Schema.Parent is { } parent ? tables.GetValueOrDefault(parent) : null));
        return new Snapshot(builder.Schema, builder.Date, builder.Title, [.. builder.Covers], tables.Values, assembly.SchoolPacks(), assembly.Data())
        {
            Calendar = builder.Calendar,
            Whole = builder.Whole,
        };
    }

    private static FactTable Table(TableLayout layout, Dictionary<string, ChildList> lists, FactTable? above)
    {
        RowIds ids = layout.Builder.Rows.TakeIds(layout);
        List<FactColumn> columns = [];
        foreach (ColumnBuilder column in layout.Builder.Columns)
        {
            layout.Watch.Look();
            columns.Add(column.Build(layout));
        }

        return new FactTable(layout.Schema, ids, layout.Parents, above, columns, lists);
    }

    private Dictionary<string, ChildList> Lists(TableLayout table)
    {
        Dictionary<string, ChildList> lists = new(StringComparer.Ordinal);
        if (table.Count == 0) return lists;
        foreach (TableSchema list in _builder.Schema.Lists(table.Schema.Name))
        {
            _builder.Watch.Look();
            if (table.Schema.Name == BaseTables.YearGroup && list.Name == BaseTables.Class) lists[list.Children] = YearGroupClasses.Make(_layout, _reported);
            else Add(lists, table, list);
        }

        return lists;
    }

    private void Add(Dictionary<string, ChildList> lists, TableLayout table, TableSchema list)
    {
        List<TableLayout> path = _layout.Path(table.Schema.Name, list);
        bool[] reported = _reported.Along(table, path);
        bool any = reported.Contains(true);
        if (!any && path is [var direct] && direct != table) _unreported.Add($"{table.Schema.Name}.{list.Children}");
        bool isRegion = table.Schema.Name == BaseTables.Region;
        if (!any && path[^1].Count == 0 && !isRegion) return;
        (int[] starts, int[] ends) = _layout.Rows(table, path);
        ulong[] bits = new ulong[ValidityBits.Words(table.Count)];
        for (int row = 0; row < reported.Length; row++)
        {
            if (reported[row]) ValidityBits.Set(bits, row);
        }

        lists[list.Children] = new ChildList(list.Name, starts, ends, bits, isRegion ? RegionReasons() : null);
    }

    private UnknownReason[] RegionReasons() =>
        [.. Enumerable.Range(0, _layout.Of(BaseTables.Region).Count).Select(row => _coverage.IsCovered(row) ? UnknownReason.NotReported : UnknownReason.NotCovered)];

    private Dictionary<int, ImmutableArray<string>> SchoolPacks()
    {
        TableLayout schools = _layout.Of(BaseTables.School);
        return _builder.SchoolPacks.Where(p => schools.Number(p.Key) >= 0).ToDictionary(p => schools.Number(p.Key), p => p.Value);
    }

    private DataReport Data() => new(Rows(), _builder.Filtered, _builder.Skipped.InFileOrder(), _builder.Issues.InFileOrder(), [.. _unreported])
    {
        SchoolsWithoutRegion = SchoolsWithoutRegion(),
    };

    private int SchoolsWithoutRegion()
    {
        TableLayout schools = _layout.Of(BaseTables.School);
        int count = 0;
        for (int row = 0; row < schools.Count; row++) count += schools.Parent(row) < 0 && !_builder.IsMisplacedSchool(schools.Source(row)) ? 1 : 0;
        return count;
    }

    private static int MadeOf(TableLayout layout)
    {
        if (layout.Reordering is null || layout.Builder.Rows.MadeCount == 0) return layout.Builder.Rows.MadeCount;
        int made = 0;
        for (int row = 0; row < layout.Count; row++)
        {
            layout.Watch.LookAt(row);
            made += layout.Builder.Rows.IsMade(layout.Source(row)) ? 1 : 0;
        }

        return made;
    }

    private ImmutableSortedDictionary<string, int> Rows()
    {
        ImmutableSortedDictionary<string, int>.Builder rows = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (TableLayout layout in _layout.Tables)
        {
            int given = layout.Count - MadeOf(layout);
            if (given > 0) rows.Add(layout.Schema.Name, given);
        }

        return rows.ToImmutable();
    }
}
