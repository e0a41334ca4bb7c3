using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

/// <summary>Truths at the limit itself, where double arithmetic, clocks or counting by hand go wrong.</summary>
public sealed class BoundaryTests
{
    private const string Numbers = """
        { "class": { "fields": { "a": { "type": "number", "unit": "1", "range": [0, 100] }, "b": { "type": "number", "unit": "1", "range": [0, 100] },
            "c": { "type": "number", "unit": "1", "range": [0, 100] }, "t": { "type": "time", "range": ["17:00", "30:00"] }, "o": { "type": "bool" } } } }
        """;

    [Theory]
    [InlineData("\"require\": \"a / b * 100.0 <= {0}\"", 7)]
    [InlineData("\"require\": \"a / b * 100.0 <= {0}\"", 14)]
    [InlineData("\"require\": \"a / b * 100.0 <= {0}\"", 28)]
    [InlineData("\"require\": \"a / b * 100.0 <= {0}\"", 55)]
    [InlineData("\"require\": \"a / b * 100.0 <= {0}\"", 56)]
    [InlineData("\"require\": \"a / b * 100 <= {0}\"", 7)]
    [InlineData("\"limit\": {{ \"of\": \"a / b * 100\", \"max\": {0} }}", 7)]
    [InlineData("\"limit\": {{ \"of\": \"a / b * 100\", \"min\": {0} }}", 29)]
    [InlineData("\"limit\": {{ \"of\": \"percent(a, b)\", \"max\": {0} }}", 57)]
    [InlineData("\"limit\": {{ \"of\": \"percent(a, b)\", \"equals\": {0} }}", 58)]
    [InlineData("\"forbid\": \"a / b * 100 > {0}\"", 56)]
    public void A_ratio_of_exactly_the_limit_keeps_it(string kind, int a) =>
        Assert.Equal(Verdict.Compliant, Of(Rule(kind: Format(kind, a)), $"\"a\": {a}, \"b\": 100"));

    [Theory]
    [InlineData("\"limit\": { \"of\": \"a / b * 100\", \"below\": 7 }", 7)]
    [InlineData("\"limit\": { \"of\": \"a / b * 100\", \"above\": 55 }", 55)]
    [InlineData("\"require\": \"a / b * 100 != 28\"", 28)]
    public void A_ratio_of_exactly_a_limit_that_is_excluded_breaks_it(string kind, int a) =>
        Assert.Equal(Verdict.NonCompliant, Of(Rule(kind: kind), $"\"a\": {a}, \"b\": 100"));

    [Theory]
    [InlineData("a + b - c <= 0")]
    [InlineData("a + b - c >= 0")]
    [InlineData("a + b == c")]
    [InlineData("c - b - a == 0")]
    [InlineData("a * 3 == c")]
    [InlineData("c / 3.0 == a")]
    public void A_tenth_and_two_tenths_are_three_tenths(string condition) =>
        Assert.Equal(Verdict.Compliant, Of(Rule(kind: $"\"require\": \"{condition}\""), "\"a\": 0.1, \"b\": 0.2, \"c\": 0.3"));

    [Theory]
    [InlineData("00:30", Verdict.NonCompliant)]
    [InlineData("21:21", Verdict.NonCompliant)]
    [InlineData("06:00", Verdict.NonCompliant)]
    [InlineData("21:20", Verdict.Compliant)]
    [InlineData("17:00", Verdict.Compliant)]
    public void Half_past_midnight_is_later_than_twenty_past_nine(string time, Verdict expected)
    {
        string facts = $"\"t\": \"{time}\"";
        Assert.Equal(expected, Of(Rule(kind: "\"limit\": { \"of\": \"t\", \"max\": \"time('21:20')\" }"), facts));
        Assert.Equal(expected, Of(Rule(kind: "\"require\": \"t <= time('21:20')\""), facts));
        Assert.Equal(expected, Of(Rule(kind: "\"forbid\": \"time('21:20') < t\""), facts));
        Assert.Equal(expected, Of(Rule(kind: "\"require\": \"t - time('21:20') <= minutes(0)\""), facts));
    }

    [Theory]
    [InlineData("min", 1, 3, 33.3, Verdict.Compliant)]
    [InlineData("min", 1, 3, 33.4, Verdict.NonCompliant)]
    [InlineData("max", 1, 3, 33.3, Verdict.NonCompliant)]
    [InlineData("min", 7, 100, 7, Verdict.Compliant)]
    [InlineData("max", 7, 100, 7, Verdict.Compliant)]
    [InlineData("above", 7, 100, 7, Verdict.NonCompliant)]
    [InlineData("below", 7, 100, 7, Verdict.NonCompliant)]
    [InlineData("min", 29, 100, 29, Verdict.Compliant)]
    [InlineData("max", 58, 100, 58, Verdict.Compliant)]
    [InlineData("min", 0, 4, 0, Verdict.Compliant)]
    [InlineData("max", 4, 4, 100, Verdict.Compliant)]
    public void A_share_of_exactly_the_limit_passes_where_it_is_included(string bound, int met, int all, decimal limit, Verdict expected)
    {
        string classes = string.Join(",", Enumerable.Range(0, all).Select(i => $$"""{ "id": "{{i}}", "o": {{(i < met ? "true" : "false")}} }"""));
        Assert.Equal(expected, Share(FormattableString.Invariant($"\"that\": \"o\", \"{bound}\": {limit}"), classes));
    }

    [Theory]
    [InlineData("\"that\": \"o\", \"min\": 0")]
    [InlineData("\"that\": \"o\", \"max\": 100")]
    [InlineData("\"that\": \"true\", \"min\": 100")]
    [InlineData("\"where\": \"false\", \"that\": \"o\", \"min\": 50")]
    public void A_list_that_was_not_reported_never_passes_a_share(string share) => Assert.Equal(Verdict.Undetermined, Share(share, null));

    private static string Format(string kind, int limit) => string.Format(System.Globalization.CultureInfo.InvariantCulture, kind, limit);

    private static Verdict Of(string rule, string facts) => Only(rule, $$"""{ "id": "1", {{facts}} }""");

    private static Verdict Share(string share, string? classes) => Only(Rule(kind: $"\"share\": {{ \"of\": \"classes\", {share} }}", subject: "school"), classes);

    private static Verdict Only(string rule, string? classes) =>
        Assert.Single(Judged.Of(Pack(facts: Numbers, rules: $"[{rule}]"), Judged.School(classes), options: new() { IncludeAll = true }).Findings).Verdict;
}
