using ComplianceRules.Diagnostics;

namespace ComplianceRules.Reports;

/// <summary>What a caller may choose of a report.</summary>
/// <remarks>Immutable. Formats for machines give both languages and do not look at <see cref="Language"/>.</remarks>
public sealed record ReportOptions
{
    /// <summary>The language of formats that people read.</summary>
    public TextLanguage Language { get; init; } = TextLanguage.Chinese;

    /// <summary>The file that the facts were read from, for formats that point at files; null where there is none.</summary>
    /// <remarks>A path as the caller gave it, relative to the root of what is looked at wherever that can be.</remarks>
    public string? Data { get; init; }
}
