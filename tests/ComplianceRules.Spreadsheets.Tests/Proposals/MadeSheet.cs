using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets.Proposals;
using ComplianceRules.Tests;

namespace ComplianceRules.Spreadsheets.Tests.Proposals;

/// <summary>Sheets written as lines, with <c>|</c> between the cells.</summary>
internal static class MadeSheet
{
    /// <summary>The facts that the national pack speaks of.</summary>
    public static FactSchema Schema { get; } = PackChecker.Check(PackReader.ReadDirectory(Path.Combine(SmallPacks.Path, "cn")).Value).Value.Schema;

    public static SampleSheet Of(string lines, params MergedRange[] merges) => new("报表.csv", null, false, Rows(lines), [.. merges]);

    public static ImmutableArray<ImmutableArray<string>> Rows(string lines) =>
        [.. lines.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim().Replace("\\n", "\n", StringComparison.Ordinal)).ToImmutableArray())];

    public static MappingProposal Propose(string lines, params MergedRange[] merges) => MappingProposal.Of([Of(lines, merges)], Schema);

    public static MappingProposal Propose(FactSchema schema, params SampleSheet[] sheets) => MappingProposal.Of(sheets, schema);

    public static string[] Remarks(this MappingProposal proposal, string key, TextLanguage language = TextLanguage.English) =>
        [.. proposal.Remarks.Where(r => r.Key == key).Select(r => r.Text(language))];
}
