using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Timelines;

public sealed class RuleTimelineTests
{
    private static readonly string Nation = Pack(
        "n",
        parameters: """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2021-01-01", "value": 60 }, { "from": "2027-01-01", "value": 30 } ] } }""",
        rules: $"[{Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }").Replace("\"from\": \"2020-01-01\"", "\"from\": \"2021-01-01\", \"warningUntil\": \"2021-08-31\"", StringComparison.Ordinal)}]");

    private static readonly string County = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2022-09-01", "value": 45 } ] } }""", more: ", \"extends\": \"n\"");

    [Fact]
    public void A_timeline_has_a_step_for_every_day_on_which_something_changes_in_the_region() =>
        Assert.Equal(
            ["2021-01-01 n Warning 60 of n", "2021-09-01 n Violation 60 of n", "2022-09-01 n Violation 45 of z", "2027-01-01 n Violation 30 of n"],
            Assert.Single(Of("370322", Nation, County)).Steps.Select(Shown));

    [Fact]
    public void Elsewhere_the_values_of_the_packs_further_out_hold() =>
        Assert.Equal(["2021-01-01 n Warning 60 of n", "2021-09-01 n Violation 60 of n", "2027-01-01 n Violation 30 of n"], Assert.Single(Of("440100", Nation, County)).Steps.Select(Shown));

    [Fact]
    public void Each_season_has_a_value_of_its_own()
    {
        string nation = Nation.Replace("{ \"from\": \"2021-01-01\", \"value\": 60 }", "{ \"from\": \"2021-01-01\", \"season\": \"11-15..03-15\", \"value\": 60 }, { \"from\": \"2021-01-01\", \"season\": \"03-16..11-14\", \"value\": 50 }", StringComparison.Ordinal);
        RuleTimeline timeline = Assert.Single(Of("440100", nation));
        Assert.Equal(["03-16..11-14 50", "11-15..03-15 60"], timeline.Steps[0].Values.Select(v => $"{v.Season} {v.Value.Text}"));
        Assert.Equal(["03-16..11-14 30", "11-15..03-15 30"], timeline.Steps[^1].Values.Select(v => $"{v.Season} {v.Value.Text}"));
        Assert.Equal(3, timeline.Steps.Length);
    }

    [Theory]
    [InlineData("2020-12-31", null, "2021-01-01")]
    [InlineData("2021-01-01", "2021-01-01", "2021-09-01")]
    [InlineData("2026-12-31", "2022-09-01", "2027-01-01")]
    [InlineData("2027-01-01", "2027-01-01", null)]
    public void It_says_what_holds_on_a_day_and_what_comes_next(string day, string? holds, string? next)
    {
        RuleTimeline timeline = Assert.Single(Of("370322", Nation, County));
        DateOnly on = DateOnly.Parse(day, null);
        Assert.Equal((holds, next), ($"{timeline.On(on)?.From:yyyy-MM-dd}" is { Length: > 0 } now ? now : null, $"{timeline.After(on)?.From:yyyy-MM-dd}" is { Length: > 0 } later ? later : null));
    }

    [Fact]
    public void A_rule_that_replaces_another_for_a_time_stands_in_its_timeline()
    {
        string small = Rule("small", "\"limit\": { \"of\": \"enrolment\", \"max\": 20 }", ", \"overrides\": \"size\"").Replace("\"from\": \"2020-01-01\"", "\"from\": \"2023-01-01\", \"until\": \"2023-12-31\"", StringComparison.Ordinal);
        string county = Pack("z", "370322", rules: $"[{small}]", more: ", \"extends\": \"n\"");
        Assert.Equal(
            ["2021-01-01 n Warning 60 of n", "2021-09-01 n Violation 60 of n", "2023-01-01 z Violation ", "2024-01-01 n Violation 60 of n", "2027-01-01 n Violation 30 of n"],
            Assert.Single(Of("370322", Nation, county)).Steps.Select(Shown));
    }

    [Fact]
    public void The_end_of_a_rule_is_a_step_too()
    {
        string rule = Rule("r", "\"require\": \"bright\"").Replace("\"from\": \"2020-01-01\"", "\"from\": null, \"until\": \"2023-12-31\"", StringComparison.Ordinal);
        Assert.Equal([" a Warning ", "2024-01-01   "], Assert.Single(Of(null, Pack(rules: $"[{rule}]"))).Steps.Select(Shown));
    }

    [Fact]
    public void Every_key_of_a_parameter_has_a_value_of_its_own()
    {
        string parameters = """{ "most": { "unit": "pupil", "strictness": "lower", "by": "stage", "values": [ { "from": null, "value": { "primary": 45, "junior": 50 } }, { "from": "2025-01-01", "value": { "junior": 48 } } ] } }""";
        RuleTimeline timeline = Assert.Single(Of(null, Pack(parameters: parameters, rules: $"[{Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }")}]")));
        Assert.Equal(["junior 50, primary 45", "junior 48, primary 45"], timeline.Steps.Select(s => string.Join(", ", s.Values.Select(v => $"{v.Key} {v.Value}"))));
    }

    [Theory]
    [InlineData("size", 1)]
    [InlineData("n/size", 1)]
    [InlineData("other", 0)]
    public void Only_the_rules_asked_for_are_shown(string rule, int count) => Assert.Equal(count, Of("CN", [rule], Nation).Length);

    private static string Shown(TimelineStep step) => $"{step.From:yyyy-MM-dd} {step.Pack} {step.Severity} {string.Join(", ", step.Values.Select(v => $"{v.Value} of {v.Trail[0].Pack}"))}";

    private static ImmutableArray<RuleTimeline> Of(string? region, params string[] packs) => Of(region, [], packs);

    private static ImmutableArray<RuleTimeline> Of(string? region, ImmutableArray<string> rules, params string[] packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        return RuleTimeline.Of(Judged.Catalogue(folder.Path).Value, region is null ? null : RegionCode.Parse(region), rules);
    }
}
