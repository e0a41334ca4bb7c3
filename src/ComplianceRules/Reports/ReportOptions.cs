using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Reports;

/// <summary>What a caller may choose of a report.</summary>
/// <remarks>Immutable. Formats for machines give both languages and do not look at <see cref="Language"/>.</remarks>
public sealed record ReportOptions
{
    /// <summary>The language of formats that people read.</summary>
    public TextLanguage Language { get; init; } = TextLanguage.Chinese;

    /// <summary>What became of the findings of an earlier assessment, for formats that show it; null where there was none to compare with.</summary>
    public AssessmentComparison? Comparison { get; init; }
}
