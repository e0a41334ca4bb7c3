using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Forms;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets;

/// <summary>The records of a sheet, or of any table whose names stand elsewhere than in its first row.</summary>
/// <param name="open">Opens the rows.</param>
/// <param name="whole">The whole table.</param>
/// <param name="shape">Where the names stand; null for the first row.</param>
/// <param name="builder">Takes the problems.</param>
internal sealed class SheetRecordReader(Func<CellRows> open, SourceSpan whole, SheetShape? shape, SnapshotBuilder builder) : RecordReader
{
    private const int MostUnnamed = 64;

    private readonly SheetShape _shape = shape ?? SheetShape.Usual;
    private readonly HashSet<int> _unnamed = [];
    private CellRows? _rows;
    private bool _isForm;
    private int _columns;

    // The row below the header, where several rows of names end with one that is no longer theirs.
    private bool _isAhead;

    public override string FileName => whole.File;

    public override string? Sheet => whole.Sheet;

    public override SourceSpan Span => Rows.Span;

    public override bool IsBlank
    {
        get
        {
            for (int column = _isForm ? 1 : 0; column < Rows.Width; column++)
            {
                if (Rows[column] is { IsEmpty: false, IsRepeated: false }) return false;
            }

            return true;
        }
    }

    private CellRows Rows => _rows ?? throw new InvalidOperationException("the header has not been read");

    public override RecordHeader? ReadHeader()
    {
        try
        {
            CellRows rows = open();
            _rows = _shape.IsTransposed ? new TransposedRows(rows) : rows;
            return Header();
        }
        catch (WorkbookException trouble)
        {
            builder.Fail(trouble.Problem);
            return null;
        }
    }

    public override bool Next(out bool goOn)
    {
        goOn = true;
        try
        {
            while (goOn && Advance())
            {
                if (_isForm && IsMarked(ref goOn)) continue;
                if (Rows.Malformed(_columns) is not { } malformed)
                {
                    Report();
                    return true;
                }

                goOn = builder.Refuse(malformed);
            }
        }
        catch (WorkbookException trouble)
        {
            goOn = builder.Fail(trouble.Problem);
        }

        return false;
    }

    public override ReadOnlySpan<char> Chars(int column) => Rows[column].Text;

    public override CellFault FaultOf(int column) => Rows[column].FaultAsNumber;

    public override string? WordsOf(int column) => Rows[column].Words;

    public override SourceSpan SpanOf(int column) => Rows.SpanOf(column);

    public override void Dispose() => _rows?.Dispose();

    private RecordHeader? Header()
    {
        List<string[]> names = [];
        SourceSpan? span = null;
        while (Advance())
        {
            if (Rows.Number == 1 && !_shape.IsTransposed) _isForm = FormMark.IsSheet(Rows[0].Text ?? string.Empty, out _);
            _isAhead = Rows.Number > _shape.LastHeader;
            if (_isAhead) break;
            if (Rows.Number < _shape.FirstHeader) continue;
            span ??= Rows.Span;
            names.Add([.. Enumerable.Range(0, Rows.Width).Select(column => Rows[column].Text ?? string.Empty)]);
            if (Rows.Number == _shape.LastHeader) break;
        }

        string[] header = HeaderName.Columns(names, Rows.KnowsMerged);
        if (_isForm && header.Length > 0) header[0] = string.Empty;
        _columns = Array.FindLastIndex(header, name => name.Length > 0) + 1;
        if (_columns > 0) return new RecordHeader(header[.._columns], span ?? whole);
        builder.Fail(new Diagnostic(DiagnosticCodes.SheetWithoutHeader, whole, _shape.FirstHeader.ToString(CultureInfo.InvariantCulture)));
        return null;
    }

    private bool Advance()
    {
        if (!_isAhead) return Rows.Next();
        _isAhead = false;
        return true;
    }

    // An example that somebody wrote over is data in the wrong row, and nobody shall lose it.
    private bool IsMarked(ref bool goOn)
    {
        string mark = Rows[0].Text ?? string.Empty;
        if (!mark.StartsWith(FormMark.Sign)) return false;
        if (!mark.StartsWith(FormMark.Example, StringComparison.Ordinal)) return true;
        if (IsBlank) return true;
        IEnumerable<string> cells = Enumerable.Range(1, Math.Max(Rows.Width - 1, 0)).Select(column => Rows[column].Text ?? string.Empty);
        if (FormMark.OfExample(cells) != mark) goOn = builder.Refuse(new Diagnostic(DiagnosticCodes.FormExampleChanged, Rows.Span));
        return true;
    }

    private void Report()
    {
        for (int column = 0; column < Rows.Width; column++)
        {
            CellContent cell = Rows[column];
            if (cell.IsUncalculated && column < _columns) builder.Report(new Diagnostic(DiagnosticCodes.FormulaWithoutValue, Rows.SpanOf(column)));
            if (column < _columns || shape is not null || cell.IsEmpty || _unnamed.Count == MostUnnamed || !_unnamed.Add(column)) continue;
            builder.Report(new Diagnostic(DiagnosticCodes.RecordColumnUnnamed, Rows.SpanOf(column), whole.Sheet ?? whole.File));
        }
    }
}
