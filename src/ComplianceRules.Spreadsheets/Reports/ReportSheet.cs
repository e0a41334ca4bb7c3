using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>One list of a report: a head that stays in sight and filters, and rows below it; a list that is longer than a sheet goes on in the next.</summary>
/// <remarks>For one thread. Begins its sheet with its first row, so that rows of two lists must not be mixed.</remarks>
/// <param name="book">The workbook.</param>
/// <param name="name">What stands on its tab; a further sheet has a number behind it.</param>
/// <param name="columns">What stands above each column, and its width in digits.</param>
internal sealed class ReportSheet(ReportBook book, ReportTab name, ImmutableArray<(string Title, double Width)> columns)
{
    private SheetWriter? _sheet;
    private int _sheets;
    private int _rows;

    /// <summary>Writes the next row.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="height">Its height in points; null for one line.</param>
    public void Row(IReadOnlyList<SheetCell> cells, double? height = null)
    {
        if (_sheet is null || _rows == book.MostRows) Begin();
        _sheet!.Row(cells, height);
        _rows++;
    }

    /// <summary>Writes the next row, each cell on one line.</summary>
    public void Row(params IEnumerable<ReportCell> cells) => Row([.. cells.Select(c => SheetCells.Of(c))], null);

    /// <summary>Writes the head where no row has: a list that is empty says so.</summary>
    public void Finish()
    {
        if (_sheet is null) Begin();
    }

    private void Begin()
    {
        _sheets++;
        string tab = book.Words.Say($"sheet.{name.ToString().ToLowerInvariant()}");
        string shown = _sheets == 1 ? tab : string.Create(CultureInfo.InvariantCulture, $"{tab} {_sheets}");
        _sheet = book.Workbook.Add(new SheetSetup(shown) { Columns = [.. columns.Select(c => new SheetColumn(c.Width))], FrozenRows = 1, HasFilter = true, Tab = (int)name });
        string[] titles = [.. columns.Select(c => c.Title)];
        _sheet.Row([.. titles.Select(t => SheetCell.Text(t, CellLook.Head))], TextSpace.Height(titles, columns.Select(c => c.Width), TextSpace.LineOfText));
        _rows = 1;
    }
}
