using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Engine.Waiving.Waived;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Waiving;

public sealed class WaiverSummaryTests
{
    private const string Known = ", { \"id\": \"3\" }";
    private static readonly string Limits = $"[{Rule(kind: AtMost45)}, {Rule("q", "\"limit\": { \"of\": \"enrolment\", \"max\": 200 }")}]";

    // Without the class whose enrolment is unknown.
    private static readonly string Decided = Sample.Replace(Known, string.Empty, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025-12-31", "", null)]
    [InlineData("2026-01-01", "", 1)]
    [InlineData("2026-11-30", "", 1)]
    [InlineData("2026-12-01", "EndsSoon", 1)]
    [InlineData("2026-12-31", "EndsSoon", 1)]
    [InlineData("2027-01-01", "Expired", null)]
    public void A_waiver_ends_soon_in_its_last_thirty_days_and_is_expired_after(string asOf, string issues, int? breaches)
    {
        WaiverSummary waiver = Only(Of([Pack(rules: Limits, more: Waivers(Waiver()))], asOf: DateOnly.ParseExact(asOf, "yyyy-MM-dd", null)));
        Assert.Equal((issues, breaches), (string.Join(' ', waiver.Issues), (int?)waiver.Breaches));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(120, "")]
    [InlineData(121, "EndsSoon")]
    public void How_many_days_are_soon_is_asked_for(int days, string issues) =>
        Assert.Equal(issues, string.Join(' ', Only(Of([Pack(rules: Limits, more: Waivers(Waiver()))], options: new RunOptions { WaiversEndingWithin = days })).Issues));

    [Theory]
    [InlineData("\"subject\": \"class:s/1\"", "")]
    [InlineData("\"subject\": \"class:s/2\"", "Unused")]
    [InlineData("\"subject\": \"class:s/9\"", "UnknownSubject")]
    [InlineData("\"subject\": \"school:u\"", "UnknownSubject")]
    [InlineData("\"region\": \"370322\"", "")]
    public void What_matches_no_breach_is_unused_and_what_is_not_there_unknown(string whom, string issues) =>
        Assert.Equal(issues, string.Join(' ', Only(Of([Pack(region: "370322", rules: Limits, more: Waivers(Waiver(whom: whom)))], Decided)).Issues));

    [Fact]
    public void What_is_not_decided_may_still_need_its_waiver() =>
        Assert.Empty(Only(Of([Pack(rules: Limits, more: Waivers(Waiver(whom: "\"subject\": \"class:s/3\"")))])).Issues);

    [Theory]
    [InlineData("r", "")]
    [InlineData("q", "")]
    [InlineData("", "Unused")]
    public void A_waiver_of_an_area_is_unused_only_where_all_its_rules_were_judged(string rule, string issues)
    {
        RunOptions options = new() { Rules = rule.Length == 0 ? [] : [rule] };
        string pack = Pack(rules: Limits, more: Waivers(Waiver("\"area\": \"x\"", "\"subject\": \"class:s/2\"")));
        Assert.Equal(issues, string.Join(' ', Only(Of([pack], Decided, options: options)).Issues));
    }

    [Theory]
    [InlineData("370322", "Unused")]
    [InlineData("370321", "")]
    public void Where_rows_were_left_out_nothing_is_said_of_their_waivers(string only, string issues)
    {
        string pack = Pack(rules: Limits, more: Waivers(Waiver(whom: "\"subject\": \"class:s/2\"")));
        Assert.Equal(issues, string.Join(' ', Of([pack], Decided, options: new RunOptions { Only = RegionCode.Parse(only) }).Waivers.SelectMany(w => w.Issues)));
    }

    [Fact]
    public void A_region_that_the_data_does_not_cover_may_have_breaches_elsewhere()
    {
        string pack = Pack(rules: $"[{Rule("q", "\"limit\": { \"of\": \"enrolment\", \"max\": 200 }")}]", more: Waivers(Waiver("\"rule\": \"q\"", "\"region\": \"370322\""), Waiver("\"rule\": \"q\"", "\"region\": \"370300\"", until: "2026-12-30")));
        Assert.Equal([WaiverIssue.Unused, WaiverIssue.Overlapping, WaiverIssue.Overlapping], Of([pack], Decided).Waivers.SelectMany(w => w.Issues));
    }

    [Fact]
    public void Waivers_that_reach_the_same_row_name_each_other()
    {
        string pack = Pack(rules: Limits, more: ",\n\"waivers\": [\n" + string.Join(",\n", Waiver(), Waiver("\"area\": \"x\"", "\"subject\": \"school:s\""), Waiver(whom: "\"subject\": \"school:t\""), Waiver("\"rule\": \"q\"", "\"subject\": \"school:t\"")) + "]");
        WaiverSummary[] waivers = [.. Of([pack]).Waivers];
        Assert.Equal(["pack.json(14,1)", "pack.json(13,1)", "", ""], waivers.Select(w => string.Join(' ', w.Overlaps.Select(o => o.Place))));
        Assert.Equal([true, true, false, false], waivers.Select(w => w.Issues.Contains(WaiverIssue.Overlapping)));
    }

    [Fact]
    public void Waivers_of_packs_that_judge_no_row_are_left_out()
    {
        string elsewhere = Pack("b", "440000", "{}", rules: $"[{Rule("p", "\"forbid\": \"bright\"")}]", more: Waivers(Waiver("\"rule\": \"p\"", "\"subject\": \"class:s/1\"")));
        Assert.Equal("a", Assert.Single(Of([Pack(rules: Limits, more: Waivers(Waiver())), elsewhere]).Waivers).Waiver.Pack);
    }

    [Theory]
    [InlineData(false, null, null, "")]
    [InlineData(true, "teacher:s/x", 1, "")]
    public void Of_persons_nothing_is_told_that_was_not_asked_for(bool includePersonal, string? subject, int? breaches, string issues)
    {
        string facts = """{ "teacher": { "parent": "school", "children": "teachers", "personal": true, "fields": { "age": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 } } } }""";
        string snapshot = """{ "schemaVersion": 1, "covers": ["370322"], "schools": [ { "id": "s", "region": "370322", "teachers": [ { "id": "x", "age": 70 }, { "id": "y", "age": 30 } ] } ] }""";
        string pack = Pack(facts: facts, rules: $"[{Rule(kind: "\"limit\": { \"of\": \"age\", \"max\": 60 }", subject: "teacher")}]", more: Waivers(Waiver(whom: "\"subject\": \"teacher:s/x\"")));
        WaiverSummary waiver = Only(Of([pack], snapshot, options: new RunOptions { IncludePersonal = includePersonal }));
        Assert.Equal((subject, (long?)breaches, issues, includePersonal ? "校舍修缮" : string.Empty), (waiver.Waiver.Waiver.Subject, waiver.Breaches, string.Join(' ', waiver.Issues), waiver.Waiver.Waiver.Reason.In(ComplianceRules.Diagnostics.TextLanguage.Chinese)));
    }

    private static WaiverSummary Only(Assessment assessment) => Assert.Single(assessment.Waivers);
}
