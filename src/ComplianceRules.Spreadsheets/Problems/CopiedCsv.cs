using System.Text;
using ComplianceRules.Spreadsheets.Reading;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>Reads a CSV file for a copy: whatever is wrong with it, each of its lines is in some row.</summary>
/// <param name="file">The file.</param>
/// <param name="isChinese">Whether it is in GB18030; a byte order mark counts more.</param>
internal sealed class CopiedCsv(DataFile file, bool isChinese) : CopiedTable(file.Name, null)
{
    public override IEnumerable<CopiedRow> Rows()
    {
        using StreamReader text = new(file.Open(), isChinese ? Gb18030.Marking : Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        foreach ((int lastLine, IReadOnlyList<string> cells) in LenientCsv.Rows(text)) yield return new CopiedRow(lastLine, [.. cells.Select(cell => SheetCell.Text(cell))]);
    }
}
