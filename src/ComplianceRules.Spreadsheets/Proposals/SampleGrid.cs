using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The cells of a sample by row and column, as rows or turned around.</summary>
/// <remarks>Immutable. Outside of it every cell is empty.</remarks>
internal sealed class SampleGrid
{
    private readonly string[,] _cells;

    private SampleGrid(string[,] cells, ImmutableArray<MergedRange> merges)
    {
        _cells = cells;
        Merges = merges;
    }

    public int Rows => _cells.GetLength(0);

    public int Columns => _cells.GetLength(1);

    /// <summary>The cells that are one, as far as they lie inside.</summary>
    public ImmutableArray<MergedRange> Merges { get; }

    public static SampleGrid Of(SampleSheet sheet)
    {
        int rows = Math.Min(sheet.Rows.Length, SampleSheet.MostRows);
        int columns = Math.Min(sheet.Rows.Take(rows).Select(r => r.Length).DefaultIfEmpty().Max(), SampleSheet.MostColumns);
        string[,] cells = new string[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++) cells[row, column] = column < sheet.Rows[row].Length ? sheet.Rows[row][column].Trim() : string.Empty;
        }

        IEnumerable<MergedRange> merges = sheet.Merges.IsDefault ? [] : sheet.Merges;
        return new SampleGrid(cells, [.. merges.Where(m => IsInside(m, rows, columns))]);
    }

    /// <summary>The same with rows and columns exchanged.</summary>
    public SampleGrid Turn()
    {
        string[,] cells = new string[Columns, Rows];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++) cells[column, row] = _cells[row, column];
        }

        return new SampleGrid(cells, [.. Merges.Select(m => m.Turned)]);
    }

    /// <summary>The text of a cell; of merged cells, the text that they share.</summary>
    public string Text(int row, int column)
    {
        if (row < 0 || row >= Rows || column < 0 || column >= Columns) return string.Empty;
        if (_cells[row, column].Length > 0 || Merges.IsEmpty) return _cells[row, column];
        foreach (MergedRange merge in Merges)
        {
            if (merge.Holds(row, column)) return _cells[merge.FirstRow, merge.FirstColumn];
        }

        return string.Empty;
    }

    /// <summary>The text that stands in a cell itself, whatever it is merged with.</summary>
    public string Own(int row, int column) => row < Rows && column < Columns ? _cells[row, column] : string.Empty;

    /// <summary>The texts of a row that are there, each once, from left to right.</summary>
    public IReadOnlyList<string> Texts(int row) =>
        [.. Enumerable.Range(0, Columns).Select(column => Text(row, column)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    private static bool IsInside(MergedRange merge, int rows, int columns) =>
        merge.FirstRow >= 0 && merge.FirstColumn >= 0 && merge.FirstRow <= merge.LastRow && merge.FirstColumn <= merge.LastColumn
        && merge.FirstRow < rows && merge.FirstColumn < columns;
}
