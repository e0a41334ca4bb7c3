namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Every source that needs nothing from outside.</summary>
internal static class AgreedSources
{
    public static IReadOnlyDictionary<string, AgreedSource> All { get; } = new Dictionary<string, AgreedSource>(StringComparer.Ordinal)
    {
        ["json"] = new JsonForm(JsonShape.Nested),
        ["flat json"] = new JsonForm(JsonShape.Flat),
        ["ndjson"] = new JsonForm(JsonShape.Lines),
        ["csv"] = new CsvForm(isMapped: false),
        ["mapped csv"] = new CsvForm(isMapped: true),
        ["xlsx"] = new XlsxForm(),
        ["database"] = new DatabaseForm(isTyped: false),
        ["typed database"] = new DatabaseForm(isTyped: true),
        ["objects"] = new ObjectForm(isNested: false),
        ["nested objects"] = new ObjectForm(isNested: true),
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
