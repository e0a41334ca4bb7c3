using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The rows of one sheet; merged cells hold what their first cell holds.</summary>
internal sealed class XlsxRows : CellRows
{
    private readonly WorkbookPackage _package;
    private readonly SheetEntry _sheet;
    private readonly XlsxCellReader _cells;
    private readonly MergedAreas _merged = new();
    private readonly PartReader _reader;
    private CellContent[] _row = new CellContent[16];
    private readonly int _data;
    private int _number;
    private int _width;

    /// <summary>Begins a sheet.</summary>
    /// <param name="workbook">Its workbook.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="isProbe">Whether only its first cells are wanted, whatever is merged.</param>
    /// <exception cref="WorkbookException">It cannot be read.</exception>
    public XlsxRows(Workbook workbook, SheetEntry sheet, bool isProbe)
    {
        _sheet = sheet;
        _package = workbook.OpenPackage();
        try
        {
            _cells = new XlsxCellReader(workbook, _package, At);
            if (!isProbe) FindMerged();
            _reader = _package.Read(sheet.Part, WorkbookPackage.LargestSheet);
            _data = FindRows(_reader);
        }
        catch
        {
            _reader?.Dispose();
            _package.Dispose();
            throw;
        }
    }

    public override int Number => _number;

    public override int Width => _width;

    public override SourceSpan Span => new(_package.Span.File, _number, 0) { Sheet = _sheet.Name };

    public override CellContent this[int column] => column < _width ? _row[column] : default;

    public override bool Next()
    {
        while (_data >= 0 && _reader.NextChild(_data))
        {
            if (_reader.Name != "row") continue;
            ReadRow();
            return true;
        }

        return false;
    }

    public override Diagnostic? Malformed(int width)
    {
        for (int column = 0; column < _width; column++)
        {
            if (_row[column].IsCut) return new Diagnostic(DiagnosticCodes.WorkbookCellTooLong, SpanOf(column), "1 MiB");
        }

        return null;
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _package.Dispose();
    }

    private static int FindRows(PartReader reader)
    {
        reader.Root("worksheet");
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "sheetData") return reader.Depth;
        }

        return -1;
    }

    // What is merged stands behind the rows; going there first also compares the checksum before any record is taken.
    private void FindMerged()
    {
        using PartReader reader = _package.Read(_sheet.Part, WorkbookPackage.LargestSheet);
        reader.Root("worksheet");
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "mergeCells") TakeMerged(reader);
        }

        reader.Finish();
        _merged.Sort();
    }

    private void TakeMerged(PartReader reader)
    {
        int count = 0;
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name != "mergeCell" || MergedArea.Of(reader.Attribute("ref")) is not { } area) continue;
            if (++count > CellPlace.MostRows) throw _package.Damaged(_sheet.Part);
            _merged.Add(area);
        }
    }

    private void ReadRow()
    {
        int number = _number + 1;
        if (_reader.Attribute("r") is { } written && !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out number)) throw Disordered();
        if (number <= _number || number > CellPlace.MostRows) throw Disordered();
        _number = number;
        Array.Clear(_row, 0, _width);
        _width = 0;
        for (int depth = _reader.Depth; _reader.NextChild(depth);)
        {
            if (_reader.Name == "c") ReadCell();
        }

        if (!_merged.Enter(number)) throw Disordered();
        foreach (MergedArea area in _merged.Current) Spread(area);
    }

    private void ReadCell()
    {
        int column = _width + 1;
        if (_reader.Attribute("r") is { } place && (!CellPlace.TryRead(place, out column, out int row) || row != _number)) throw Disordered();
        if (column <= _width || column > CellPlace.MostColumns) throw Disordered();
        Widen(column);
        _row[column - 1] = _cells.Read(_reader, column);
    }

    private void Spread(MergedArea area)
    {
        bool isFirst = area.FirstRow == _number;
        if (isFirst) area.Fill(this[area.FirstColumn - 1]);
        if (area.Content.IsEmpty) return;
        // A row that the sheet does not have cannot have filled the area, and one beyond all names needs no filling.
        Widen(Math.Max(_width, area.LastColumn));
        _row.AsSpan(area.FirstColumn - 1, area.LastColumn - area.FirstColumn + 1).Fill(area.Content with { IsRepeated = true });
        if (isFirst) _row[area.FirstColumn - 1] = area.Content;
    }

    private void Widen(int width)
    {
        if (width > _row.Length) Array.Resize(ref _row, Math.Max(width, Math.Min(_row.Length * 2, CellPlace.MostColumns)));
        _width = width;
    }

    private SourceSpan At(int column) => SpanOf(column - 1);

    private WorkbookException Disordered() => new(new Diagnostic(DiagnosticCodes.WorkbookDisordered, Span));
}
