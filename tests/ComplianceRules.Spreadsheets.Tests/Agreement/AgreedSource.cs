using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Writes a snapshot in one format and reads it.</summary>
internal abstract class AgreedSource
{
    public static IReadOnlyDictionary<string, AgreedSource> All { get; } = new Dictionary<string, AgreedSource>(StringComparer.Ordinal)
    {
        ["json"] = new JsonForm(JsonShape.Nested),
        ["flat json"] = new JsonForm(JsonShape.Flat),
        ["ndjson"] = new JsonForm(JsonShape.Lines),
        ["csv"] = new CsvForm(isMapped: false),
        ["mapped csv"] = new CsvForm(isMapped: true),
        ["xlsx"] = new XlsxForm(),
        ["database"] = new DatabaseForm(),
        ["objects"] = new ObjectForm(isNested: false),
        ["nested objects"] = new ObjectForm(isNested: true),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public abstract Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options);

    public Snapshot Read(AgreedSnapshot snapshot) => Read(snapshot, new SnapshotOptions()).Value;
}
