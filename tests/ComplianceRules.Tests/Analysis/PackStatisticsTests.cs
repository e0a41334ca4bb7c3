using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Analysis;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Analysis;

public sealed class PackStatisticsTests
{
    private const string Limit = "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }";

    private const string Derived = """{ "school": { "fields": { "crowded": { "type": "bool", "derive": "classes.exists(c, c.enrolment > 50)" } } } }""";

    private const string Keyed = """
        { "most": { "unit": "pupil", "strictness": "lower", "by": "stage", "values": [
            { "from": "2020-01-01", "value": { "primary": 45, "junior": 50, "note": "no value" } },
            { "from": "2021-01-01", "value": { "primary": 40 } } ] },
          "least": { "unit": "pupil", "strictness": "higher", "values": [ { "from": null, "value": 5 } ] } }
        """;

    private static readonly string Nation = Pack(parameters: Keyed, rules: $"[{Rule("size", Limit)}, {Rule("bright", "\"require\": \"bright\"").Replace("mandatory", "target", StringComparison.Ordinal)}]");

    private static readonly string County = Pack("c", "370322", facts: Derived, parameters: """{ "most": { "values": [ { "from": "2022-01-01", "value": { "primary": 39 } } ] } }""",
        rules: $"[{Rule("smaller", Limit, ", \"overrides\": \"size\"")}]", more: ", \"extends\": \"a\"").Replace("\"read\"", "\"mixed\"", StringComparison.Ordinal);

    private static readonly string Template = Pack("t", facts: "{}", more: ", \"template\": true");

    [Fact]
    public void Rules_are_counted_by_what_they_have()
    {
        using TempPacks folder = Folder();
        RuleCounts rules = Of(folder).Rules;
        Assert.Equal((3, 1), (rules.All, rules.Replacements));
        Assert.Equal([("x", 3)], rules.ByArea.Select(c => (c.Key, c.Value)));
        Assert.Equal([("limit", 2), ("require", 1)], rules.ByKind.Select(c => (c.Key, c.Value)));
        Assert.Equal([(Binding.Mandatory, 2), (Binding.Principle, 0), (Binding.Encouraged, 0), (Binding.Target, 1)], rules.ByBinding.Select(c => (c.Key, c.Value)));
        Assert.Equal([(Certainty.Unverified, 0), (Certainty.Mixed, 1), (Certainty.Read, 2)], rules.ByCertainty.Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public void A_pack_counts_what_it_brings_along_itself()
    {
        using TempPacks folder = Folder();
        PackStatistics statistics = Of(folder);
        Assert.Equal(
            [("a", 2, 1, 2, 4, 4, 0, 2), ("c", 1, 1, 0, 1, 0, 1, 0), ("t", 0, 1, 0, 0, 0, 0, 0)],
            statistics.Packs.Select(p => (p.Pack.Id, p.Rules.All, p.Instruments, p.Parameters, p.Values, p.Fields, p.DerivedFields, p.Cases)));
        Assert.Equal((1, 0), (statistics.Templates, statistics.SchoolPacks));
    }

    [Fact]
    public void A_field_that_several_packs_declare_counts_once()
    {
        using TempPacks folder = Folder();
        int before = Of(folder).Tables.Single(t => t.Table.Name == "class").Fields;
        folder.With("d/pack.json", Pack("d", "440100"));
        Assert.Equal(before, Of(folder).Tables.Single(t => t.Table.Name == "class").Fields);
        Assert.Equal(1, Of(folder).Tables.Single(t => t.Table.Name == "school").DerivedFields);
    }

    [Fact]
    public void A_case_file_that_cannot_be_read_is_told_and_not_counted_as_none()
    {
        using TempPacks folder = Folder();
        folder.With("a/cases/z.json", "{}");
        Checked<ImmutableSortedDictionary<string, int>> counted = CaseRunner.Count(Catalogue(folder));
        Assert.False(counted.IsValid);
        Assert.Equal(DiagnosticCodes.CasesNoArray, Assert.Single(counted.Diagnostics).Code);
    }

    [Fact]
    public void The_same_packs_give_the_same_bytes_in_whatever_order_they_lie()
    {
        using TempPacks folder = Folder();
        using TempPacks turned = new();
        turned.With("1/pack.json", Template).With("2/pack.json", County).With("3/pack.json", Nation).With("3/cases/size.json", Cases);
        Assert.Equal(Json(Of(folder)), Json(Of(turned)));
    }

    private const string Cases = """[ { "case": "one", "asOf": "2026-09-01", "facts": {}, "expect": {} }, { "case": "two", "asOf": "2026-09-01", "facts": {}, "expect": {} } ]""";

    private static TempPacks Folder() => new TempPacks().With("a/pack.json", Nation).With("a/cases/size.json", Cases).With("c/pack.json", County).With("t/pack.json", Template);

    private static string Json(PackStatistics statistics)
    {
        using MemoryStream output = new();
        JsonStatsWriter.Write(statistics, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static PackStatistics Of(TempPacks folder)
    {
        Catalogue catalogue = Catalogue(folder);
        return PackStatistics.Of(catalogue, CaseRunner.Count(catalogue).Value);
    }

    private static Catalogue Catalogue(TempPacks folder)
    {
        Checked<Catalogue> catalogue = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value);
        Assert.True(catalogue.IsValid, string.Join('\n', catalogue.Diagnostics));
        return catalogue.Value;
    }
}
