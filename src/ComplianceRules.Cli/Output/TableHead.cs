using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>What stands above the table: the day, the packs, the data, the verdicts.</summary>
internal static class TableHead
{
    private const int WidestLabel = 10;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Draw(Page page, Assessment assessment, Words words)
    {
        page.Line(words.Title(assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Bold);
        Row(page, words.HeadPacks, Packs(assessment, words), words);
        Row(page, words.HeadData, Data(assessment, words), words);
        Row(page, words.HeadVerdicts, Verdicts(assessment.Shown, words), words);
    }

    // A catalogue may hold the packs of a whole nation: those of other places are only counted.
    private static IEnumerable<string> Packs(Assessment assessment, Words words)
    {
        int others = assessment.Packs.Count(p => !p.HasRows);
        foreach (PackIdentity pack in assessment.Packs.Where(p => p.HasRows)) yield return words.Pack(pack.Id, pack.Version, pack.Region?.Text);
        if (others > 0) yield return words.OtherPacks(others);
    }

    private static IEnumerable<string> Data(Assessment assessment, Words words)
    {
        DataReport data = assessment.Data;
        if (data.Rows.All(r => r.Value == 0)) yield return words.NoData;
        foreach ((string table, _) in data.Rows.Where(r => r.Value > 0)) yield return words.Rows(TitleOf(assessment.Schema, table, words), assessment.ShownRows(table));
        if (data.Filtered > 0) yield return words.Filtered(data.Filtered);
        if (data.Skipped.Length > 0) yield return words.SkippedRecords(data.Skipped.Length);
        if (data.Issues.Length > 0) yield return words.DataIssues(data.Issues.Length);
    }

    private static string TitleOf(FactSchema schema, string table, Words words) =>
        schema.Table(table)?.Title.In(words.Language) is { Length: > 0 } title ? title : table;

    private static IEnumerable<string> Verdicts(ShownCounts counts, Words words) =>
    [
        words.Counted(words.Of(Verdict.Compliant), counts.Compliant),
        words.Counted(words.Of(Verdict.NonCompliant), counts.NonCompliant),
        words.Counted(words.Of(Verdict.Undetermined), counts.Undetermined),
        words.Counted(words.Of(Verdict.NotApplicable), counts.NotApplicable),
        words.Counted(words.Of(Verdict.Waived), counts.Waived),
    ];

    private static void Row(Page page, string label, IEnumerable<string> parts, Words words) =>
        page.Row(label, string.Join(words.Separator, parts), indent: 0, WidestLabel);
}
