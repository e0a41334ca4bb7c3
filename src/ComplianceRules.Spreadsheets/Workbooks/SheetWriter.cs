using System.Xml;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Writes the rows of one sheet, from the first on.</summary>
/// <remarks>For one thread. Streams: nothing of a row is kept.</remarks>
internal sealed class SheetWriter
{
    private readonly XmlWriter _xml;
    private readonly SheetSetup _layout;
    private int _row;
    private int _widest;

    /// <summary>Begins a sheet.</summary>
    /// <param name="xml">Its part of the workbook; closed at the end.</param>
    /// <param name="layout">Everything but its rows.</param>
    public SheetWriter(XmlWriter xml, SheetSetup layout)
    {
        _xml = xml;
        _layout = layout;
        xml.WriteStartElement("worksheet", WorkbookXml.Main);
        WritePageFit();
        WriteView();
        if (!layout.Columns.IsEmpty) WriteColumns();
        xml.WriteStartElement("sheetData");
    }

    /// <summary>Whether a sheet can have no more rows.</summary>
    public bool IsFull => _row == CellPlace.MostRows;

    /// <summary>Writes the next row.</summary>
    /// <param name="cells">Its cells, from the first column.</param>
    /// <param name="height">Its height in points; null for what fits one line.</param>
    /// <param name="isHidden">Whether it is hidden.</param>
    /// <exception cref="InvalidOperationException">The sheet is full, or the row is too wide for a sheet.</exception>
    public void Row(IReadOnlyList<SheetCell> cells, double? height = null, bool isHidden = false)
    {
        if (IsFull || cells.Count > CellPlace.MostColumns) throw new InvalidOperationException("a sheet cannot hold that many rows or columns");
        _row++;
        _widest = Math.Max(_widest, cells.Count);
        _xml.WriteStartElement("row");
        _xml.Attribute("r", _row);
        if (height is { } points) _xml.Attribute("ht", points);
        _xml.Flag("customHeight", height is not null);
        _xml.Flag("hidden", isHidden);
        for (int column = 0; column < cells.Count; column++) Write(cells[column], column + 1);
        _xml.WriteEndElement();
    }

    /// <summary>Ends the sheet.</summary>
    public void Finish()
    {
        _xml.WriteEndElement();
        if (_layout.HasFilter && _row > 0) _xml.Element("autoFilter", ("ref", $"A1:{CellPlace.Of(Math.Max(1, _widest), _row)}"));
        if (!_layout.Validations.IsEmpty) WriteValidations();
        _xml.Element("pageSetup", ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private void Write(SheetCell cell, int column)
    {
        if (cell is { Kind: CellKind.Empty, Style.Number: 0 }) return;
        _xml.WriteStartElement("c");
        _xml.Attribute("r", CellPlace.Of(column, _row));
        if (cell.Style.Number > 0) _xml.Attribute("s", cell.Style.Number);
        if (cell.Kind == CellKind.Text) WriteText(cell.Shown);
        else if (cell.Kind != CellKind.Empty) WriteNumber(cell);
        _xml.WriteEndElement();
    }

    private void WriteText(string text)
    {
        _xml.Attribute("t", "inlineStr");
        _xml.WriteStartElement("is");
        _xml.WriteStartElement("t");
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(CellEscape.Write(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteNumber(SheetCell cell)
    {
        if (cell.Kind == CellKind.Bool) _xml.Attribute("t", "b");
        _xml.WriteStartElement("v");
        _xml.WriteValue(cell.Value);
        _xml.WriteEndElement();
    }

    // On paper a sheet is as wide as the page.
    private void WritePageFit()
    {
        _xml.WriteStartElement("sheetPr");
        _xml.Element("pageSetUpPr", ("fitToPage", "1"));
        _xml.WriteEndElement();
    }

    private void WriteView()
    {
        (int rows, int columns) = (_layout.FrozenRows, _layout.FrozenColumns);
        _xml.WriteStartElement("sheetViews");
        _xml.WriteStartElement("sheetView");
        _xml.Attribute("workbookViewId", 0);
        if (rows > 0 || columns > 0)
        {
            _xml.WriteStartElement("pane");
            if (columns > 0) _xml.Attribute("xSplit", columns);
            if (rows > 0) _xml.Attribute("ySplit", rows);
            _xml.Attribute("topLeftCell", CellPlace.Of(columns + 1, rows + 1));
            _xml.Attribute("activePane", columns == 0 ? "bottomLeft" : rows == 0 ? "topRight" : "bottomRight");
            _xml.Attribute("state", "frozen");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        _xml.WriteStartElement("cols");
        for (int i = 0; i < _layout.Columns.Length; i++)
        {
            SheetColumn column = _layout.Columns[i];
            _xml.WriteStartElement("col");
            _xml.Attribute("min", i + 1);
            _xml.Attribute("max", i + 1);
            _xml.Attribute("width", column.Width);
            _xml.Attribute("style", new CellStyle(CellLook.Plain, column.Format).Number);
            _xml.Flag("hidden", column.IsHidden);
            _xml.Flag("customWidth", true);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteValidations()
    {
        _xml.WriteStartElement("dataValidations");
        _xml.Attribute("count", _layout.Validations.Length);
        foreach (CellValidation validation in _layout.Validations) Write(validation);
        _xml.WriteEndElement();
    }

    private void Write(CellValidation validation)
    {
        _xml.WriteStartElement("dataValidation");
        _xml.Attribute("type", validation.Kind switch { ValidationKind.List => "list", ValidationKind.Whole => "whole", _ => "decimal" });
        foreach (string flag in (string[])["allowBlank", "showInputMessage", "showErrorMessage"]) _xml.Flag(flag, true);
        WriteTexts(("errorTitle", validation.Title), ("error", validation.Error), ("promptTitle", validation.Title), ("prompt", validation.Prompt));
        _xml.Attribute("sqref", validation.Cells);
        _xml.WriteElementString("formula1", validation.First);
        if (validation.Second is { } second) _xml.WriteElementString("formula2", second);
        _xml.WriteEndElement();
    }

    private void WriteTexts(params ReadOnlySpan<(string Name, string Text)> texts)
    {
        foreach ((string name, string text) in texts)
        {
            if (text.Length > 0) _xml.Attribute(name, CellEscape.Write(text));
        }
    }
}
