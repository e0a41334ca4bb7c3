using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>A folder of CSV files: schools and classes.</summary>
internal sealed class CsvFolderKit : SourceKit
{
    private readonly CsvFolder _folder = new();

    public override string Name => "csv folder";

    public override ISnapshotSource? Open(MadeDocument document)
    {
        if (TextTwist.Apply(CsvText.Classes(document), document.Twist) is not { } bytes) return null;
        _folder.With("class.csv", bytes).With("school.csv", "id\nS\n").With("snapshot.csv", "date\n2026-09-01\n");
        return new SpreadsheetSnapshotSource(_folder.Path, "data");
    }

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }
}
