using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>Writes a form as a workbook.</summary>
internal sealed class FormWriter
{
    private const int HeadRows = 3;
    private const int FirstDataRow = 6;
    private const int LastDataRow = 5000;
    private const int FirstColumn = 2;
    private const double LeastWidth = 13;
    private const double MostWidth = 30;
    private const int WideAbout = 40;

    private readonly WorkbookWriter _workbook;
    private readonly ListSheet _lists = new();
    private readonly FormValidation _validation;

    private FormWriter(WorkbookWriter workbook)
    {
        _workbook = workbook;
        _validation = new FormValidation(_lists);
    }

    /// <summary>Writes the whole form.</summary>
    /// <param name="facts">What it has to ask for.</param>
    /// <param name="output">Where to; stays open.</param>
    public static void Write(NeededFacts facts, Stream output)
    {
        using WorkbookWriter workbook = new(output);
        new FormWriter(workbook).Write(facts);
        workbook.Finish();
    }

    private void Write(NeededFacts facts)
    {
        SheetNames names = new(ListSheet.Name);
        string guide = names.Take(FormTexts.Entries["guide.sheet"].Chinese!);
        ImmutableArray<FormSheet> sheets = new FormSheets(facts).All();
        ImmutableArray<string> tabs = [.. sheets.Select(s => names.Take(s.Title.In(TextLanguage.Chinese), s.Table))];
        GuideSheet.Write(_workbook, facts, guide, tabs[0]);
        foreach ((FormSheet sheet, string tab) in sheets.Zip(tabs)) Write(sheet, tab);
        if (!_lists.IsEmpty) _lists.Write(_workbook);
    }

    private void Write(FormSheet sheet, string tab)
    {
        ImmutableArray<FormColumn> columns = sheet.Columns;
        double[] widths = [.. columns.Select(WidthOf)];
        SheetWriter rows = _workbook.Add(new SheetSetup(tab)
        {
            Columns = [new SheetColumn(LeastWidth, IsHidden: true), .. columns.Zip(widths, (c, width) => new SheetColumn(width, c.Format))],
            FrozenRows = HeadRows,
            FrozenColumns = columns.TakeWhile(c => c.IsKey).Count() + 1,
            Validations = [.. columns.Select((c, i) => _validation.Of(c, CellPlace.Stretch(i + FirstColumn, FirstDataRow, LastDataRow))).OfType<CellValidation>()],
        });
        rows.Row(Marked(FormMark.OfTable(sheet.Table), columns.Select(c => SheetCell.Text(c.Name))), isHidden: true);
        Texts(rows, FormMark.Chinese, columns.Select(c => c.Title.In(TextLanguage.Chinese)), CellLook.Head, widths);
        Texts(rows, FormMark.English, columns.Select(c => c.Title.In(TextLanguage.English)), CellLook.SubHead, widths);
        Texts(rows, FormMark.About, columns.Select(c => FormValidation.Both(c.About)), CellLook.Note, widths);
        rows.Row(Marked(FormMark.OfExample(columns.Select(c => c.Example.Shown)), columns.Select(c => c.Example)));
    }

    private static void Texts(SheetWriter rows, string mark, IEnumerable<string> texts, CellLook look, double[] widths)
    {
        string[] all = [.. texts];
        double height = look == CellLook.Head
            ? TextSpace.Height(all, widths, TextSpace.LineOfText)
            : TextSpace.Height(all, widths.Select(w => w * TextSpace.NotesToText), TextSpace.LineOfNotes);
        rows.Row(Marked(mark, all.Select(t => SheetCell.Text(t, look, CellFormat.General))), height);
    }

    private static SheetCell[] Marked(string mark, IEnumerable<SheetCell> cells) => [SheetCell.Text(mark), .. cells];

    private static double WidthOf(FormColumn column)
    {
        int about = TextSpace.Width(column.About.In(TextLanguage.Chinese)) > WideAbout ? 1 : 0;
        return Math.Clamp((TextSpace.Width(column.Title.In(TextLanguage.Chinese)) / 2) + 4 + (about * 6), LeastWidth, MostWidth);
    }
}
