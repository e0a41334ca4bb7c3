using System.Collections.Immutable;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>What could not be used of the data: skipped records by what was wrong with them, cells by column.</summary>
internal static class DataTrouble
{
    private const int Listed = 10;
    private const int Indent = 2;
    private static readonly Style Heading = new(decoration: Decoration.Bold | Decoration.Underline);

    public static void Draw(Page page, DataReport data, Words words)
    {
        Draw(page, words.SkippedRecords(data.Skipped.Length), data.Skipped, words);
        Draw(page, words.DataIssues(data.Issues.Length), data.Issues, words);
    }

    private static void Draw(Page page, string heading, ImmutableArray<Diagnostic> problems, Words words)
    {
        if (problems.IsEmpty) return;
        ImmutableArray<ProblemGroup> groups = ProblemGroup.Of(problems);
        page.Line();
        page.Line(heading, Heading);
        foreach (ProblemGroup group in groups.Take(Listed)) page.Line(words.GroupOf(group), indent: Indent);
        if (groups.Length > Listed) page.Line(words.MoreKinds(groups.Length - Listed), indent: Indent);
    }
}
