using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Persons by rule and by the row above them: how many, never who.</summary>
internal static class PersonalList
{
    private const int ListedPerRule = 20;
    private const int Indent = 2;
    private static readonly Style Heading = new(decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Draws the section; nothing where no persons are counted.</summary>
    public static void Draw(Page page, Assessment assessment, Words words, bool listsAll)
    {
        if (assessment.PersonalCounts.IsEmpty) return;
        Dictionary<string, string> titles = assessment.Rules.DistinctBy(r => r.Rule).ToDictionary(r => r.Rule, r => r.Title.In(words.Language), StringComparer.Ordinal);
        page.Line();
        page.Line(words.HeadPersons, Heading);
        foreach (IGrouping<string, PersonalCount> rule in assessment.PersonalCounts.GroupBy(c => c.Rule, StringComparer.Ordinal))
        {
            PersonalCount[] counts = [.. rule];
            int listed = listsAll ? counts.Length : Math.Min(counts.Length, ListedPerRule);
            page.Line();
            page.Line(words.PersonsHeading(titles.GetValueOrDefault(rule.Key, rule.Key), rule.Key, words.Of(counts[0].Severity)), Bold);
            DrawRows(page, counts.AsSpan(0, listed), words);
            if (listed < counts.Length) page.Line(words.MoreRows(counts.Length - listed), indent: 2 * Indent);
        }
    }

    private static void DrawRows(Page page, ReadOnlySpan<PersonalCount> counts, Words words)
    {
        foreach (PersonalCount count in counts)
        {
            string parent = count.Parent is { } subject ? SubjectText.Of(subject) : words.NoParent;
            page.Line(words.PersonsBelow(parent, words.Of(count.Verdict), count.Rows), indent: 2 * Indent);
        }
    }
}
