using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
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
