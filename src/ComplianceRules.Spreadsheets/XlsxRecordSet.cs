using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Forms;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets;

/// <summary>One sheet of a workbook.</summary>
internal sealed class XlsxRecordSet : RecordSet
{
    private readonly Workbook _workbook;
    private readonly SheetEntry _sheet;

    private XlsxRecordSet(Workbook workbook, SheetEntry sheet, string? table, bool isNoTable)
        : base(Path.GetFileName(workbook.FileName), table ?? sheet.Name.Trim(), SourceSpan.Whole(workbook.FileName) with { Sheet = sheet.Name })
    {
        _workbook = workbook;
        _sheet = sheet;
        IsNoTable = isNoTable;
    }

    public override bool IsHidden => _sheet.IsHidden;

    public override bool IsNoTable { get; }

    /// <summary>The sheet, under the name of the table that its first cell gives in a form.</summary>
    public static XlsxRecordSet Of(Workbook workbook, SheetEntry sheet)
    {
        bool isForm = FormMark.IsSheet(workbook.FirstCell(sheet), out string? table);
        return new XlsxRecordSet(workbook, sheet, table, isForm && table is null);
    }

    public override RecordReader Open(SheetShape? shape, SnapshotBuilder builder) =>
        new SheetRecordReader(() => new XlsxRows(_workbook, _sheet, isProbe: false), Span, shape, builder);
}
