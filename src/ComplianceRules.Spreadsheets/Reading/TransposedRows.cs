using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The columns of a table as its rows.</summary>
internal sealed class TransposedRows : CellRows
{
    private const int MostCells = 4 << 20;

    private readonly CellRows _rows;
    private readonly List<(SourceSpan Span, CellContent[] Cells)> _cells = [];
    private SourceSpan _first;
    private int _columns;
    private int _at = -1;

    /// <summary>Turns a table.</summary>
    /// <param name="rows">The table.</param>
    public TransposedRows(CellRows rows)
    {
        _rows = rows;
        _first = rows.Span;
    }

    public override int Number => _at + 1;

    public override int Width => _cells.Count;

    public override bool KnowsMerged => _rows.KnowsMerged;

    public override SourceSpan Span => _first with { Column = _at + 1 };

    public override CellContent this[int column]
    {
        get
        {
            if (column >= _cells.Count || _at >= _cells[column].Cells.Length) return default;
            CellContent cell = _cells[column].Cells[_at];
            return cell with { SpansRows = cell.SpansColumns, SpansColumns = cell.SpansRows };
        }
    }

    public override bool Next()
    {
        if (_at < 0) ReadAll();
        return ++_at < _columns;
    }

    public override SourceSpan SpanOf(int column) => column < _cells.Count ? _cells[column].Span with { Column = _at + 1 } : Span;

    public override Diagnostic? Malformed(int width)
    {
        for (int column = 0; column < _cells.Count; column++)
        {
            if (this[column].IsCut) return new Diagnostic(DiagnosticCodes.WorkbookCellTooLong, SpanOf(column), "1 MiB");
        }

        return null;
    }

    public override void Dispose() => _rows.Dispose();

    private void ReadAll()
    {
        for (long count = 0; _rows.Next();)
        {
            // A row that counts one more is wide enough that empty rows without end are seen too.
            count += _rows.Width + 1;
            if (count > MostCells) throw new WorkbookException(new Diagnostic(DiagnosticCodes.TransposedTooLarge, _rows.Span with { Column = 0 }));
            if (_cells.Count == 0) _first = _rows.Span;
            _cells.Add((_rows.Span, [.. Enumerable.Range(0, _rows.Width).Select(column => _rows[column])]));
            _columns = Math.Max(_columns, _rows.Width);
        }
    }
}
