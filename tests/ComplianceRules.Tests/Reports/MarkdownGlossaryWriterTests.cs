using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Reports;

public sealed class MarkdownGlossaryWriterTests
{
    [Fact]
    public void The_glossary_in_the_docs_is_that_of_the_packs_that_ship() =>
        ApprovedFile.Match("docs/glossary.md", Written(Of(RepositoryRoot.Combine("rulepacks"))));

    [Fact]
    public void Every_fact_of_the_packs_that_ship_has_titles_and_a_meaning_in_both_languages()
    {
        FactSchema schema = Of(RepositoryRoot.Combine("rulepacks"));
        string[] silent =
        [
            .. from table in schema.Tables.Values
               from field in table.Fields.Values.Concat(table.DerivedFields.Values)
               where BaseTables.Schema.Table(table.Name)?.Field(field.Name) is null
               where field is not { Title: { Chinese.Length: > 0, English.Length: > 0 }, Meaning: { Chinese.Length: > 0, English.Length: > 0 } }
               select $"{table.Name}.{field.Name}",
        ];
        Assert.Equal([], silent);
    }

    [Fact]
    public void Texts_of_packs_cannot_break_out_of_their_cell()
    {
        using TempPacks packs = new TempPacks().With("a/pack.json", PackText.Pack("a", facts: """
            { "bed": { "parent": "school", "children": "beds", "title": { "zh": "床", "en": "bed" }, "meaning": { "zh": "床位", "en": "a bed" }, "fields": {
              "kind": { "type": "enum", "title": { "zh": "种", "en": "a | <b>kind</b>\nof" }, "meaning": { "zh": "甲", "en": "`x` [y](z)" }, "values": { "top": { "zh": "上", "en": "top" } } },
              "full": { "type": "bool", "derive": "kind == 'top'", "title": { "zh": "满", "en": "full" } } } } }
            """));

        string glossary = Written(Of(packs.Path));

        Assert.Contains("## 床 · bed\n\n`bed`, `beds` of `school`.\n\n床位\n\na bed\n", glossary, StringComparison.Ordinal);
        Assert.Contains("| 种 | a \\| \\<b\\>kind\\</b\\> of | `kind` | enum: `top` 上 | 甲 | \\`x\\` \\[y\\](z) |\n", glossary, StringComparison.Ordinal);
        Assert.Contains("| 满 | full | `full` | bool, worked out: `kind == 'top'` |  |  |\n", glossary, StringComparison.Ordinal);
    }

    private static FactSchema Of(string folder) => PackChecker.Check(PackReader.ReadDirectory(folder).Value).Value.Schema;

    private static string Written(FactSchema schema)
    {
        using MemoryStream output = new();
        MarkdownGlossaryWriter.Write(schema, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
