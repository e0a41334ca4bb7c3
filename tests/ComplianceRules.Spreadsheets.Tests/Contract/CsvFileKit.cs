using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>One CSV file of classes; their schools are made of its column.</summary>
internal sealed class CsvFileKit : SourceKit
{
    public override string Name => "csv file";

    public override ISnapshotSource? Open(MadeDocument document) =>
        TextTwist.Apply(CsvText.Classes(document), document.Twist) is { } bytes ? new SpreadsheetSnapshotSource(() => new MemoryStream(bytes), "class.csv") : null;
}
