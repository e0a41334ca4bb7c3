using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Inputs as JSON that was converted to a column file: it must say what the JSON says.</summary>
internal sealed class ColumnFileKit : SourceKit
{
    private readonly JsonKit _json = new();

    public override string Name => "column file";

    public override ISnapshotSource? Open(MadeDocument document) => _json.Open(document) is { } source ? new ConvertedSource(source) : null;
}
