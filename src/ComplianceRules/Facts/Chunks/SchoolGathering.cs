using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Keeps of schools that are read some at a time what is wanted of all of them together.</summary>
/// <remarks>For one thread. What was gathered last must not have been built yet.</remarks>
/// <param name="whole">Takes the rows; what stands beside the schools is read into it.</param>
/// <param name="wanted">What is wanted.</param>
internal sealed class SchoolGathering(SnapshotBuilder whole, FactSelection wanted)
{
    private const int NoRow = -1;
    private const int LeftOut = -2;

    private readonly Dictionary<string, int[]> _rows = new(StringComparer.Ordinal);

    /// <summary>Whether a school is wanted, by its id in UTF-8, with what lies below it; null where all are.</summary>
    public Func<ReadOnlySpan<byte>, bool>? HasSchool { get; init; }

    /// <summary>Takes the rows of some schools.</summary>
    public void Take(SnapshotBuilder some)
    {
        foreach (TableBuilder from in some.TablesDownward().Where(t => wanted.HasTable(t.Schema.Name)))
        {
            if (from.Schema.Name == BaseTables.Region) _rows[BaseTables.Region] = Regions(from.Rows);
            else Take(from, whole.Table(from.Schema.Name), _rows.GetValueOrDefault(from.Schema.Parent ?? string.Empty, []));
        }

        foreach ((int school, ImmutableArray<string> packs) in some.SchoolPacks)
        {
            if (_rows[BaseTables.School][school] is >= 0 and int row) whole.NamePacks(row, packs);
        }
    }

    private int[] Regions(RowStore from)
    {
        int[] rows = new int[from.Length];
        for (int row = 0; row < rows.Length; row++) rows[row] = RegionCode.TryParse(from.Id(row), out RegionCode code) ? whole.Region(code) : NoRow;
        return rows;
    }

    private void Take(TableBuilder from, TableBuilder to, int[] above)
    {
        int[] rows = new int[from.Rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            int parent = from.Rows.Parent(row) is >= 0 and int own ? above[own] : NoRow;
            rows[row] = from.Rows.IsRemoved(row) || parent == LeftOut || !IsWanted(from, row) ? LeftOut : to.Rows.AddFree(from.Rows.IdBytes(row), parent);
        }

        _rows[from.Schema.Name] = rows;
        foreach (ColumnBuilder column in from.Columns.Where(c => wanted.HasField(from.Schema.Name, c.Field.Name))) to.ColumnOf(column.Field).TakeOver(column, rows);
        foreach (TableSchema list in whole.Schema.Lists(from.Schema.Name)) TakeList(from, to, list.Children, rows);
    }

    private bool IsWanted(TableBuilder from, int row) => HasSchool is null || from.Schema.Name != BaseTables.School || HasSchool(from.Rows.IdBytes(row));

    private static void TakeList(TableBuilder from, TableBuilder to, string list, int[] rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row] < 0) continue;
            if (from.IsListWithheld(row, list)) to.SayList(rows[row], list, isWhole: false);
            if (from.IsListReported(row, list)) to.ReportList(rows[row], list);
        }
    }
}
