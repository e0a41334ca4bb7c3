using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets;

/// <summary>One CSV file.</summary>
/// <param name="file">The file.</param>
/// <param name="isChinese">Whether it is in GB18030; else in UTF-8.</param>
/// <param name="readsTexts">Whether cells are read as texts only, never from their bytes.</param>
internal sealed class CsvRecordSet(DataFile file, bool isChinese, bool readsTexts = false)
    : RecordSet(Path.GetFileName(file.Name), Path.GetFileNameWithoutExtension(file.Name), SourceSpan.Whole(file.Name))
{
    public override RecordReader Open(SheetShape? shape, SnapshotBuilder builder) => shape is null || shape == SheetShape.Usual
        ? new CsvRecordReader(file, builder, isChinese, readsTexts)
        : new SheetRecordReader(() => new CsvRows(file, isChinese, shape), Span, shape, builder);
}
