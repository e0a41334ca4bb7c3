using ComplianceRules.Analysis;
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

    /// <summary>How many entries a list shows in formats that are read from beginning to end, such as markdown: findings of one rule, lines of one table. At least 0.</summary>
    /// <remarks>A list that is cut says how many more there are. Formats of rows and columns list everything.</remarks>
    public int MostListed { get; init => field = Math.Max(0, value); } = 20;

    /// <summary>How many findings <c>html</c> lists at most, at least 0; of more than that the gravest are listed, and the page says how many are not.</summary>
    public int ListedFindings { get; init => field = Math.Max(0, value); } = 500_000;

    /// <summary>What became of the findings of an earlier assessment, for formats that show it; null where there was none to compare with.</summary>
    public AssessmentComparison? Comparison { get; init; }
}
