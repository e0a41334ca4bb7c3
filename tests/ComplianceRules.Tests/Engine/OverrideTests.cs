using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class OverrideTests
{
    private const string Classes = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322", "440100"], "schools": [
            { "id": "a", "region": "370322", "classes": [ { "id": "1", "enrolment": 43 }, { "id": "2", "enrolment": 38 } ] },
            { "id": "c", "region": "440100", "classes": [ { "id": "1", "enrolment": 43 }, { "id": "2", "enrolment": 46 } ] } ] }
        """;

    private static readonly string Nation = Pack("n", rules: $"[{Rule("size", Most(45))}]");

    [Fact]
    public void A_rule_that_replaces_another_judges_in_its_place_under_the_others_name()
    {
        Assessment assessment = Judged.Of([Nation, County(Rule("small", Most(40), ", \"overrides\": \"size\""))], Classes);
        Assert.Equal(["n/size z class:a/1 40", "n/size n class:c/2 45"], Shown(assessment).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["n/size of n: 1+1", "n/size of z: 1+1"], assessment.Rules.Select(r => $"{r.Rule} of {r.Pack}: {r.Counts.Compliant}+{r.Counts.NonCompliant}"));
    }

    [Theory]
    [InlineData("\"size\"")]
    [InlineData("\"n/size\"")]
    public void The_rule_is_named_by_its_id_alone_or_with_its_pack(string name) =>
        Assert.Equal(2, Judged.Of([Nation, County(Rule("small", Most(40), $", \"overrides\": {name}"))], Classes).Findings.Count);

    [Fact]
    public void It_may_keep_the_id_of_the_rule_that_it_replaces() =>
        Assert.Contains("n/size z class:a/1 40", Shown(Judged.Of([Nation, County(Rule("size", Most(40), ", \"overrides\": \"size\""))], Classes)));

    [Theory]
    [InlineData("2026-08-31", "n/size n class:c/2 45")]
    [InlineData("2026-09-01", "n/size n class:c/2 45; n/size z class:a/1 40")]
    [InlineData("2026-12-31", "n/size n class:c/2 45; n/size z class:a/1 40")]
    [InlineData("2027-01-01", "n/size n class:c/2 45")]
    public void Outside_its_days_the_rule_that_it_replaces_judges(string day, string expected)
    {
        string small = Rule("small", Most(40), ", \"overrides\": \"size\"").Replace("\"from\": \"2020-01-01\"", "\"from\": \"2026-09-01\", \"until\": \"2026-12-31\"", StringComparison.Ordinal);
        Assert.Equal(expected, string.Join("; ", Shown(Judged.Of([Nation, County(small)], Classes, DateOnly.Parse(day, null)))));
    }

    [Fact]
    public void Of_several_the_one_furthest_in_stands()
    {
        string province = Pack("p", "370000", rules: $"[{Rule("medium", Most(42), ", \"overrides\": \"size\"")}]", more: ", \"extends\": \"n\"");
        string county = Pack("z", "370322", rules: $"[{Rule("small", Most(40), ", \"overrides\": \"medium\"")}]", more: ", \"extends\": \"p\"");
        Assert.Equal(["n/size n class:c/2 45", "n/size z class:a/1 40"], Shown(Judged.Of([Nation, province, county], Classes)));
    }

    [Fact]
    public void A_share_that_counts_the_rule_counts_what_stands_in_each_region()
    {
        string share = Rule("most-keep", "\"share\": { \"of\": \"classes\", \"rule\": \"n/size\", \"min\": 100 }", subject: "school");
        string nation = Pack("n", rules: $"[{Rule("size", Most(45))}, {share}]");
        Assessment assessment = Judged.Of([nation, County(Rule("small", Most(35), ", \"overrides\": \"size\""))], Classes);
        Assert.Equal(["school:a 0", "school:c 50"], assessment.Findings.Where(f => f.Rule == "n/most-keep").Select(f => $"{f.Subject} {f.Observed!.Text}"));
    }

    [Theory]
    [InlineData("size")]
    [InlineData("n/size")]
    [InlineData("small")]
    [InlineData("z/small")]
    public void It_goes_by_both_names(string name)
    {
        Assessment assessment = Judged.Of([Nation, County(Rule("small", Most(40), ", \"overrides\": \"size\""))], Classes, options: new RunOptions { Rules = [name] });
        Assert.Contains("n/size z class:a/1 40", Shown(assessment));
    }

    [Fact]
    public void A_rule_that_counts_itself_by_way_of_one_that_it_replaces_is_refused()
    {
        string first = Rule("first", "\"share\": { \"of\": \"regions\", \"rule\": \"n/second\", \"min\": 100 }", subject: "region");
        string second = Rule("second", "\"require\": \"has(schools)\"", subject: "region");
        string third = Rule("third", "\"share\": { \"of\": \"regions\", \"rule\": \"n/first\", \"min\": 100 }", ", \"overrides\": \"second\"", "region");
        using TempPacks folder = new();
        folder.With("n/pack.json", Pack("n", rules: $"[{first}, {second}]")).With("z/pack.json", County(third));
        Assert.Contains("z/third", Assert.Single(Judged.Catalogue(folder.Path).Diagnostics, d => d.Code == DiagnosticCodes.RuleCountsItself && d.Span!.File.Contains("/z/", StringComparison.Ordinal)).ToString());
    }

    private static string County(string rule) => Pack("z", "370322", rules: $"[{rule}]", more: ", \"extends\": \"n\"");

    private static string Most(int pupils) => $"\"limit\": {{ \"of\": \"enrolment\", \"max\": {pupils} }}";

    private static IEnumerable<string> Shown(Assessment assessment) => assessment.Findings.Select(f => $"{f.Rule} {f.Pack} {f.Subject} {f.Limit!.Text}");
}
