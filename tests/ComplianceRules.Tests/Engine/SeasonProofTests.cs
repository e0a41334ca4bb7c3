using System.Globalization;
using System.Text.RegularExpressions;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

/// <summary>That no child loosens its parent holds for every day of the year.</summary>
public sealed class SeasonProofTests
{
    private const string Facts = """{ "class": { "fields": { "heated": { "type": "number", "unit": "h/d", "range": [0, 24], "step": 1 }, "counted_on": { "type": "date" }, "other_on": { "type": "date" } } }, "drill": { "parent": "school", "children": "drills", "title": "演练", "fields": { "held_on": { "type": "date" } } } }""";
    private const string Least = """{ "least": { "unit": "h/d", "strictness": "higher", "values": [ { "from": "2020-01-01", "season": "11-15..03-15", "value": 8 }, { "from": "2020-01-01", "season": "03-16..11-14", "value": 0 } ] } }""";
    private const string Limit = "\"limit\": { \"of\": \"heated\", \"min\": \"$least\" }";
    private const string ByDate = ", \"seasonOf\": \"counted_on\"";
    private const string Overrides = ", \"overrides\": \"n/r\"";

    [Theory]
    [InlineData("")]
    [InlineData(ByDate)]
    public void A_stricter_value_in_a_season_of_its_own_is_not_looser(string seasonOf) =>
        Assert.Empty(Problems(Rule(kind: Limit, more: seasonOf), parameters: """{ "least": { "values": [ { "from": "2024-01-01", "season": "12-01..02-28", "value": 9 } ] } }"""));

    [Theory]
    [InlineData("", "")]
    [InlineData(ByDate, ByDate)]
    public void A_replacement_by_the_same_season_is_equal(string outer, string inner) =>
        Assert.Empty(Problems(Rule(kind: Limit, more: outer), replacement: Rule(id: "q", kind: Limit, more: inner + Overrides)));

    [Theory]
    [InlineData("", ByDate)]
    [InlineData(ByDate, "")]
    [InlineData(ByDate, ", \"seasonOf\": \"other_on\"")]
    public void A_replacement_whose_season_another_day_chooses_is_looser(string outer, string inner) =>
        Assert.Equal("CR3204", Assert.Single(Problems(Rule(kind: Limit, more: outer), replacement: Rule(id: "q", kind: Limit, more: inner + Overrides))).Code.ToString());

    [Theory]
    [InlineData(8, 0)]
    [InlineData(7, 1)]
    public void A_replacement_by_a_fixed_limit_has_to_be_as_strict_as_the_strictest_season(int limit, int problems)
    {
        string fixedLimit = Limit.Replace("\"$least\"", limit.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(problems, Problems(Rule(kind: Limit, more: ByDate), replacement: Rule(id: "q", kind: fixedLimit, more: Overrides)).Length);
    }

    [Theory]
    [InlineData("11-15..03-15", "heated 8")]
    [InlineData("03-16..11-14", "heated 0")]
    public void The_row_that_shows_a_looser_season_has_a_date_in_it(string season, string shown)
    {
        string looser = $$"""{ "least": { "unit": "h/d", "strictness": "none", "values": [ { "from": "2020-01-01", "season": "11-15..03-15", "value": 9 }, { "from": "2020-01-01", "season": "03-16..11-14", "value": 1 } ] } }""";
        string own = $$"""{ "least": { "values": [ { "from": "2024-01-01", "season": "{{season}}", "value": {{(season[0] == '1' ? 8 : 0)}} } ] } }""";
        string told = Assert.Single(Problems(Rule(kind: Limit, more: ByDate), parameters: own, outer: looser)).Message(TextLanguage.English);
        Assert.Contains(shown, told, StringComparison.Ordinal);
        Assert.True(Season.Parse(season).Contains(DateOnly.ParseExact(Regex.Match(told, "counted_on (\\d{4}-\\d\\d-\\d\\d)").Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)), told);
    }

    [Fact]
    public void A_looser_season_that_no_row_can_have_is_not_shown_by_one_of_another()
    {
        string when = Rule(kind: Limit, more: ByDate + ", \"when\": \"month(counted_on) == 7\"");
        string outer = Least.Replace("\"higher\"", "\"none\"", StringComparison.Ordinal);
        string own = """{ "least": { "values": [ { "from": "2024-01-01", "season": "11-15..03-15", "value": 7 } ] } }""";
        Assert.DoesNotContain("CR3201", Problems(when, parameters: own, outer: outer).Select(d => d.Code.ToString()));
    }

    [Theory]
    [InlineData("2024-05-31", 0)]
    [InlineData("2024-12-31", 1)]
    public void A_looser_season_that_no_day_of_the_replacement_lies_in_loosens_nothing(string until, int problems)
    {
        string inner = Rule(id: "q", kind: Limit.Replace("\"$least\"", "7", StringComparison.Ordinal), more: Overrides).Replace("\"from\": \"2020-01-01\"", $"\"from\": \"2024-04-01\", \"until\": \"{until}\"", StringComparison.Ordinal);
        Assert.Equal(problems, Problems(Rule(kind: Limit), replacement: inner).Length);
    }

    [Fact]
    public void Rows_of_a_list_may_have_dates_in_any_season_so_that_what_counts_them_cannot_be_told()
    {
        string rules = Rule(kind: Limit, more: ByDate) + ", " + Rule(id: "s", kind: "\"share\": { \"of\": \"classes\", \"rule\": \"n/r\", \"max\": 50 }", subject: "school");
        string own = """{ "least": { "values": [ { "from": "2024-01-01", "season": "12-01..02-28", "value": 9 } ] } }""";
        Assert.Equal(["CR3203"], Problems(rules, parameters: own).Select(d => d.Code.ToString()));
    }

    [Theory]
    [InlineData("min", 2)]
    [InlineData("min", 1)]
    [InlineData("max", 2)]
    public void Tighter_limits_of_a_frequency_are_not_looser(string bound, int value)
    {
        string kind = $"\"frequency\": {{ \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"month\", \"{bound}\": \"$drills\" }}";
        string parameters = $$"""{ "drills": { "unit": "1", "strictness": "{{(bound == "min" ? "higher" : "lower")}}", "values": [ { "from": "2020-01-01", "value": {{(bound == "min" ? 1 : 3)}} } ] } }""";
        string own = $$"""{ "drills": { "values": [ { "from": "2024-01-01", "value": {{value}} } ] } }""";
        Assert.Empty(Problems(Rule(kind: kind, subject: "school"), parameters: own, outer: parameters));
    }

    [Fact]
    public void A_frequency_that_begins_later_is_another_one()
    {
        const string Kind = "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"month\", \"min\": 1 }";
        string later = Rule(id: "q", kind: Kind, more: Overrides, subject: "school").Replace("2020-01-01", "2024-01-05", StringComparison.Ordinal);
        Assert.Single(Problems(Rule(kind: Kind, subject: "school"), replacement: later));
        Assert.Empty(Problems(Rule(kind: Kind, subject: "school"), replacement: later.Replace("2024-01-05", "2020-01-01", StringComparison.Ordinal)));
    }

    private static Diagnostic[] Problems(string rule, string parameters = "{}", string? replacement = null, string outer = Least)
    {
        string nation = Pack("n", facts: Facts, parameters: outer, rules: $"[{rule}]");
        string county = Pack("z", "370322", "{}", parameters, replacement is null ? "[]" : $"[{replacement}]", ", \"extends\": \"n\"");
        using TempPacks folder = new TempPacks().With("n/pack.json", nation).With("z/pack.json", county);
        return [.. Judged.Catalogue(folder.Path).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }
}
