using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>The formats of <c>compare</c>.</summary>
internal static class ComparisonFormats
{
    public const string Table = "table";

    public const string Json = "json";

    private const string Markdown = "markdown";

    /// <summary>Every format's name, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [Table, Json, Markdown];

    /// <summary>Writes a comparison; the stream stays open.</summary>
    public static void Write(string format, AssessmentComparison comparison, Stream output, (Words Words, TableStyle Style) look)
    {
        if (format == Json) JsonComparisonWriter.Write(comparison, output);
        else if (format == Markdown) ComparisonMarkdown.Write(comparison, output, look.Words, look.Style.ListsAll);
        else new ComparisonPage(look.Words, look.Style).Write(comparison, output);
    }
}
