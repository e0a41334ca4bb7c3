using System.Collections.Immutable;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Takes the first rows of a table just as its reader gives them, so that both see the same names in the same places.</summary>
internal sealed class RowSampler
{
    private readonly ImmutableArray<ImmutableArray<string>>.Builder _rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
    private readonly List<MergedRange> _merges = [];

    // For each column, which of the merged cells it lies in as far as the rows have been read.
    private readonly int?[] _inside = new int?[SampleSheet.MostColumns];

    private bool _isWide;

    /// <summary>Fills a sheet.</summary>
    /// <param name="sheet">The sheet without its rows.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="WorkbookException">They cannot be read.</exception>
    public static SampleSheet Fill(SampleSheet sheet, CellRows rows)
    {
        RowSampler sampler = new();
        bool isLong = false;
        while (!isLong && rows.Next())
        {
            isLong = rows.Number > SampleSheet.MostRows;
            if (!isLong) sampler.Take(rows);
        }

        return sheet with { Rows = sampler._rows.ToImmutable(), Merges = [.. sampler._merges], IsLong = isLong, IsWide = sampler._isWide };
    }

    private void Take(CellRows rows)
    {
        while (_rows.Count < rows.Number - 1) _rows.Add([]);
        int width = Math.Min(rows.Width, SampleSheet.MostColumns);
        _isWide |= Enumerable.Range(width, rows.Width - width).Any(column => !rows[column].IsEmpty);
        for (int column = 0; column < SampleSheet.MostColumns; column++) _inside[column] = column < width ? MergeOf(rows, column) : null;
        _rows.Add([.. Enumerable.Range(0, width).Select(column => rows[column].Text ?? string.Empty)]);
    }

    // Rows that have been read say which cells only repeat others, not which; the first row of merged cells says how wide they are.
    private int? MergeOf(CellRows rows, int column)
    {
        (CellContent cell, int row) = (rows[column], rows.Number - 1);
        if (!cell.IsRepeated && (cell.SpansRows || cell.SpansColumns))
        {
            _merges.Add(new MergedRange(row, column, row, column));
            return _merges.Count - 1;
        }

        if (!cell.IsRepeated) return null;
        if (_inside[column] is { } above && cell.SpansRows && _rows[_merges[above].FirstRow][_merges[above].FirstColumn] == cell.Text)
        {
            _merges[above] = _merges[above] with { LastRow = row };
            return above;
        }

        if (column == 0 || _inside[column - 1] is not { } left || _merges[left].FirstRow != row) return null;
        _merges[left] = _merges[left] with { LastColumn = column };
        return left;
    }
}
