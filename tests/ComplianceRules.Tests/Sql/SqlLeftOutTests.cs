using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Interop;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Sql;

public sealed class SqlLeftOutTests
{
    [Theory]
    [InlineData("CR5100", "load", "\"require\": \"load <= 60\"", "pupil")]
    [InlineData("CR5102", "a fact of the region", "\"require\": \"region.level == 'county'\"", "class")]
    [InlineData("CR5102", "what sql cannot ask of a region's schools", "\"require\": \"schools.all(s, s.name.size() <= 30)\"", "region")]
    [InlineData("CR5102", "persons of a region", "\"require\": \"pupils.all(p, p.load <= 60)\"", "region")]
    [InlineData("CR5103", "cv", "\"require\": \"classes.map(c, c.enrolment).cv() <= 0.5\"", "school")]
    [InlineData("CR5103", "percentile", "\"require\": \"classes.map(c, c.enrolment).percentile(50) <= 45\"", "school")]
    [InlineData("CR5103", "previous", "\"require\": \"enrolment <= previous.enrolment\"", "class")]
    [InlineData("CR5103", "working_days_between", "\"require\": \"working_days_between(opened, as_of) <= 3\"", "class")]
    [InlineData("CR5103", "size", "\"require\": \"name.size() <= 3\"", "class")]
    [InlineData("CR5103", "frequency", "\"frequency\": { \"of\": \"classes\", \"on\": \"opened\", \"per\": \"month\", \"min\": 1 }", "school")]
    [InlineData("CR5105", "digits", "\"require\": \"wide * wide <= 9\"", "class")]
    [InlineData("CR5105", "a divisor for each item", "\"require\": \"classes.map(c, 1 / c.enrolment).sum() <= 9\"", "school")]
    [InlineData("CR5106", "the list of a sibling", "\"require\": \"school.classes.all(c, c.enrolment <= enrolment)\"", "class")]
    [InlineData("CR5108", "a written list", "\"require\": \"[1, 2].exists(x, x == enrolment)\"", "class")]
    public void What_sql_cannot_say_exactly_is_left_out_and_told(string code, string what, string kind, string subject)
    {
        SqlScript script = Script(PackText.Rule("r", kind, subject: subject));
        Assert.Empty(script.Queries);
        Diagnostic told = Assert.Single(script.LeftOut);
        Assert.True(told.Code.ToString() == code, $"{what}: {told}");
        Assert.Equal("p/r", told.Arguments[0]);
        Assert.True(told.Span!.Line > 0);
        Assert.True(told.Arguments.Length == 1 || told.Arguments[1] == what, told.Arguments[^1]);
    }

    [Fact]
    public void A_rule_that_asks_for_the_verdicts_of_another_is_left_out()
    {
        SqlScript script = Script($$"""{{PackText.Rule("a")}}, {{PackText.Rule("b", """  "share": { "of": "classes", "rule": "p/a", "min": 50 } """, subject: "school")}}""");
        Assert.Equal(["CR5101"], script.LeftOut.Select(d => d.Code.ToString()));
        Assert.Equal(["p/a"], script.Queries.SelectMany(q => q.Rules).Distinct());
    }

    [Fact]
    public void A_rule_whose_breaches_a_waiver_excuses_is_left_out_with_the_waivers_place()
    {
        const string Waiver = """, "waivers": [ { "rule": "r", "subject": "school:s", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": "局", "reason": "重建" } ]""";
        Diagnostic told = Assert.Single(Script(PackText.Rule("r"), Waiver).LeftOut);
        Assert.Equal("CR5110", told.Code.ToString());
        Assert.Contains("pack.json(", told.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_goes_by_the_season_of_a_date_is_left_out()
    {
        Diagnostic told = Assert.Single(Script(PackText.Rule("r", """  "limit": { "of": "lights_out", "max": "$late" } """, ", \"seasonOf\": \"opened\"")).LeftOut);
        Assert.Equal(("CR5104", "late"), (told.Code.ToString(), told.Arguments[1]));
    }

    [Fact]
    public void A_rule_that_would_be_too_long_is_left_out()
    {
        string choice = "enrolment";
        for (int i = 0; i < 20; i++) choice = $"({choice} > {i} ? enrolment : change)";
        Assert.Equal(["CR5107"], Script(PackText.Rule("r", $"\"require\": \"{choice} > 3\"")).LeftOut.Select(d => d.Code.ToString()));
    }

    [Fact]
    public void A_written_text_is_a_value_beside_the_statement_and_ends_no_comment()
    {
        SqlScript script = Script(PackText.Rule("r", """  "require": "name == 'a\"; DROP TABLE school; --'" """));
        Assert.DoesNotContain(script.Queries, q => q.Statement.Text.Contains("DROP", StringComparison.Ordinal));
        Assert.Contains(script.Queries.SelectMany(q => q.Statement.Parameters), p => p.Value is "a\"; DROP TABLE school; --");
        using StringWriter writer = new() { NewLine = "\n" };
        script.Write(writer);
        Assert.All(writer.ToString().Split('\n').Where(l => l.Contains("DROP", StringComparison.Ordinal)), line => Assert.StartsWith("-- @p", line, StringComparison.Ordinal));
    }

    private static SqlScript Script(string rules, string more = "") =>
        SqlPlan.For(ExportedPacks.Catalogue(rules, more), new DateOnly(2026, 9, 1), SqlDialect.Sqlite).Script(RegionCode.Parse("CN"));
}
