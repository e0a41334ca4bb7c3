using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The cells of a sample by row and column, as rows or turned around, with merged cells as a reader gives them.</summary>
/// <remarks>Immutable. Outside of it every cell is empty.</remarks>
internal sealed class SampleGrid
{
    /// <summary>The rows that may become columns; a record has fewer facts than that.</summary>
    private const int MostTurned = 200;

    private readonly string[,] _cells;
    private readonly bool[,] _isRepeated;

    private SampleGrid(string[,] cells, bool[,] isRepeated, ImmutableArray<MergedRange> merges)
    {
        _cells = cells;
        _isRepeated = isRepeated;
        Merges = merges;
    }

    public int Rows => _cells.GetLength(0);

    public int Columns => _cells.GetLength(1);

    /// <summary>Whether the table says which cells are merged; CSV files do not.</summary>
    public bool KnowsMerged { get; private init; }

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

        ImmutableArray<MergedRange> merges = [.. (sheet.Merges.IsDefault ? [] : sheet.Merges).Where(m => IsInside(m, rows, columns))];
        bool[,] isRepeated = new bool[rows, columns];
        foreach (MergedRange merge in merges) Spread(merge, cells, isRepeated);
        return new SampleGrid(cells, isRepeated, merges) { KnowsMerged = sheet.SheetName is not null || !merges.IsEmpty };
    }

    /// <summary>The same with rows and columns exchanged.</summary>
    public SampleGrid Turn()
    {
        int columns = Math.Min(Rows, MostTurned);
        string[,] cells = new string[Columns, columns];
        bool[,] isRepeated = new bool[Columns, columns];
        for (int row = 0; row < columns; row++)
        {
            for (int column = 0; column < Columns; column++) (cells[column, row], isRepeated[column, row]) = (_cells[row, column], _isRepeated[row, column]);
        }

        return new SampleGrid(cells, isRepeated, [.. Merges.Select(m => m.Turn())]) { KnowsMerged = KnowsMerged };
    }

    /// <summary>The text of a cell; of merged cells, the text that they share.</summary>
    public string Text(int row, int column) => row < 0 || row >= Rows || column < 0 || column >= Columns ? string.Empty : _cells[row, column];

    /// <summary>Whether a row has no text of its own: a reader passes over it.</summary>
    public bool IsBlank(int row) => !OwnTexts(row).Any();

    /// <summary>The texts of a row that are there, each once, from left to right.</summary>
    public IReadOnlyList<string> Texts(int row) =>
        [.. Enumerable.Range(0, Columns).Select(column => Text(row, column)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The texts of a row that do not only repeat others.</summary>
    public IEnumerable<string> OwnTexts(int row) =>
        Enumerable.Range(0, Columns).Where(column => !_isRepeated[row, column] && _cells[row, column].Length > 0).Select(column => _cells[row, column]);

    private static void Spread(MergedRange merge, string[,] cells, bool[,] isRepeated)
    {
        string text = cells[merge.FirstRow, merge.FirstColumn];
        for (int row = merge.FirstRow; row <= Math.Min(merge.LastRow, cells.GetLength(0) - 1); row++)
        {
            for (int column = merge.FirstColumn; column <= Math.Min(merge.LastColumn, cells.GetLength(1) - 1); column++)
            {
                cells[row, column] = text;
                isRepeated[row, column] = (row, column) != (merge.FirstRow, merge.FirstColumn);
            }
        }
    }

    private static bool IsInside(MergedRange merge, int rows, int columns) =>
        merge.FirstRow >= 0 && merge.FirstColumn >= 0 && merge.FirstRow <= merge.LastRow && merge.FirstColumn <= merge.LastColumn
        && merge.FirstRow < rows && merge.FirstColumn < columns;
}
