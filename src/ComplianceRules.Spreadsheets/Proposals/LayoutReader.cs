using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Reads a sheet in each way in which it could be meant.</summary>
internal static class LayoutReader
{
    // 序号 | 类别 | 检查项目 | 自查结果: the names of a turned sheet stand in one of the first columns.
    private const int MostLabelColumns = 3;

    /// <summary>The readings: by rows first, then turned around, with names in one column after the other.</summary>
    public static IEnumerable<SheetLayout> Read(SampleGrid grid)
    {
        if (HeaderRows.Find(grid) is { } header) yield return Read(grid, header.First, header.Last, false);
        SampleGrid turned = grid.Turn();
        for (int label = 0; label < Math.Min(MostLabelColumns, turned.Rows - 1); label++)
        {
            yield return Read(turned, label, label, true);
            if (label > 0 && HasGroups(turned, label - 1)) yield return Read(turned, label - 1, label, true);
        }
    }

    private static SheetLayout Read(SampleGrid grid, int first, int last, bool isTurned)
    {
        (ImmutableArray<int> records, ImmutableArray<int> asides) = AsideRows.Split(grid, last, isTurned);
        ImmutableArray<string> titles = TitlesOf(isTurned ? grid.Turn() : grid);
        ImmutableArray<ImmutableArray<string>> names = Names(grid, first, last);
        int[] named = [.. Enumerable.Range(0, grid.Columns).Where(c => names[c].Length > 0 && !(isTurned && titles.Contains(names[c][0])))];
        return new SheetLayout(first, last, isTurned)
        {
            Titles = titles,
            Columns = [.. named.Select(c => Column(grid, c, names[c], records))],
            Asides = [.. named.Select(c => Column(grid, c, names[c], asides))],
            Nameless = Enumerable.Range(0, grid.Columns).Count(c => names[c].Length == 0 && records.Any(r => grid.Text(r, c).Length > 0)),
            MergedColumns = [.. named.Where(c => IsMerged(grid, c, last)).Select(c => HeaderName.Join(names[c]))],
        };
    }

    private static SampleColumn Column(SampleGrid grid, int column, ImmutableArray<string> names, ImmutableArray<int> rows) =>
        new(names, [.. rows.Select(r => grid.Text(r, column))]);

    // Just as a reader names them, for a mapping calls columns by these names; a line break in a cell is none in a name.
    private static ImmutableArray<ImmutableArray<string>> Names(SampleGrid grid, int first, int last)
    {
        string[][] rows = [.. Enumerable.Range(first, last - first + 1).Select(row => Enumerable.Range(0, grid.Columns).Select(column => grid.Text(row, column)).ToArray())];
        IReadOnlyList<IReadOnlyList<string>> names = grid.KnowsMerged ? rows : HeaderName.Unmerge(rows);
        return [.. Enumerable.Range(0, grid.Columns).Select(column => HeaderName.Parts(names.Select(n => n[column])).Select(RecordHeader.Fold).ToImmutableArray())];
    }

    private static ImmutableArray<string> TitlesOf(SampleGrid grid)
    {
        int last = HeaderRows.Find(grid)?.First ?? grid.Rows;
        return [.. Enumerable.Range(0, last).SelectMany(grid.Texts)];
    }

    private static bool HasGroups(SampleGrid grid, int row) => grid.Merges.Any(m => m.FirstRow <= row && m.LastRow >= row && m.LastColumn > m.FirstColumn);

    private static bool IsMerged(SampleGrid grid, int column, int lastHeader) =>
        grid.Merges.Any(m => m.FirstRow > lastHeader && m.LastRow > m.FirstRow && m.FirstColumn <= column && m.LastColumn >= column && m.FirstColumn == m.LastColumn);
}
