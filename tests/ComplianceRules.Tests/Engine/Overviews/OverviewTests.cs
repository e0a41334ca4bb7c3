using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Overviews;

public sealed class OverviewTests
{
    private const string Times = """
        { "class": { "fields": {
            "lights": { "type": "time", "range": ["17:00", "30:00"] },
            "day": { "type": "date" },
            "change": { "type": "number", "unit": "1", "range": [-50, 50], "step": 1 },
            "rate": { "type": "number", "unit": "1", "range": [0, 100] } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "height": { "type": "number", "unit": "1", "range": [0, 250], "step": 1 } } } }
        """;

    [Fact]
    public void An_overview_is_made_only_where_it_is_asked_for() =>
        Assert.Null(Judged.Of(Pack(rules: $"[{Rule()}]"), Judged.School("""{ "id": "1", "bright": true }""")).Overview);

    [Fact]
    public void A_school_counts_the_rows_of_its_areas_and_names_the_gravest_breach()
    {
        string advice = Rule("soft").Replace("\"area\": \"x\"", "\"area\": \"y\"", StringComparison.Ordinal).Replace("mandatory", "encouraged", StringComparison.Ordinal);
        string pack = Pack(rules: $"[{Rule()}, {Limit("enrolment", "\"max\": 45")}, {advice}]", more: """, "areas": { "y": { "zh": "光", "en": "Light" } }""");
        AssessmentOverview overview = Of(pack, Judged.School("""{ "id": "1", "bright": false, "enrolment": 45 }, { "id": "2", "bright": true, "enrolment": 46 }, { "id": "3" }"""));
        Assert.Equal(["x", "y"], overview.Areas.Select(a => a.Id));
        Assert.Equal("光", overview.Areas[1].Title.Chinese);
        SchoolOverview school = Assert.Single(overview.Schools);
        Assert.Equal(new VerdictCounts(2, 2, 2, 0, 0), school.Areas[0].Counts);
        Assert.Equal(new VerdictCounts(1, 1, 1, 0, 0), school.Areas[1].Counts);
        Assert.Equal((Severity.Violation, Severity.Advice), (school.Areas[0].Gravest, school.Areas[1].Gravest));
        Assert.Equal(("学校", "370322"), (school.School.Name, school.Region?.Text));
        Assert.Equal(["370000", "370300", "370322", "CN"], overview.Regions.Select(r => r.Code.Text));
        Assert.Equal("370300", overview.Regions[2].Parent?.Text);
    }

    [Fact]
    public void A_snapshot_without_rows_has_an_empty_overview()
    {
        AssessmentOverview overview = Of(Pack(rules: $"[{Limit("enrolment", "\"max\": 45")}]"), """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [] }""");
        Assert.True(overview.Areas.IsEmpty && overview.Schools.IsEmpty && overview.Measures.IsEmpty && overview.Regions.IsEmpty);
    }

    [Fact]
    public void A_school_without_region_is_listed_and_judged_by_nobody()
    {
        AssessmentOverview overview = Of(Pack(rules: $"[{Rule()}]"), """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "classes": [ { "id": "1", "bright": false } ] } ] }""");
        SchoolOverview school = Assert.Single(overview.Schools);
        Assert.Null(school.Region);
        Assert.Empty(school.Areas);
    }

    [Fact]
    public void Rows_of_a_region_are_no_rows_of_a_school()
    {
        string pack = Pack(facts: """{ "region": { "fields": { "rate": { "type": "number", "unit": "1", "range": [0, 100] } } } }""", rules: $"[{Rule(kind: "\"limit\": { \"of\": \"rate\", \"max\": 10 }", subject: "region")}]");
        AssessmentOverview overview = Of(pack, """{ "schemaVersion": 1, "date": "2026-09-01", "regions": [ { "code": "370322", "name": "县", "rate": 20 } ], "schools": [ { "id": "s", "region": "370322" } ] }""");
        Assert.Empty(overview.Areas);
        Assert.Equal(1, Assert.Single(overview.Measures).Bins.Sum(b => b.Broken));
        Assert.Equal("县", overview.Regions.Single(r => r.Code.Text == "370322").Name);
    }

    [Fact]
    public void Where_no_measure_is_known_there_are_no_bins()
    {
        MeasureOverview measure = Measure("enrolment", "\"max\": 45", "\"bright\": true", "\"bright\": true");
        Assert.True(measure.Bins.IsEmpty && measure.Least is null && measure.Most is null);
        Assert.Equal((2, 2), (measure.Unknown, measure.Rows));
        Assert.Equal((45, true, 2), (measure.Limits[0].Value, measure.Limits[0].IsUpper, measure.Limits[0].Rows));
        Assert.Null(measure.Limits[0].Edge);
    }

    [Fact]
    public void One_measure_at_its_limit_is_one_bin() => Assert.Equal("44.5-45.5: 3 0 0", Bins(Measure("enrolment", "\"max\": 45", Each("enrolment", 45, 45, 45))));

    [Fact]
    public void Whole_numbers_at_an_upper_limit_lie_below_its_edge()
    {
        MeasureOverview measure = Measure("enrolment", "\"max\": 45", Each("enrolment", [.. Enumerable.Range(20, 51)]));
        Assert.Equal((1d, 20d, 70d), (measure.Step, measure.Least, measure.Most));
        Assert.Equal(45.5, Assert.Single(measure.Limits).Edge);
        Assert.Contains("43.5-45.5: 2 0 0 45.5-47.5: 0 2 0", Bins(measure), StringComparison.Ordinal);
        Assert.Equal(51, measure.Bins.Sum(b => b.Kept + b.Broken));
    }

    [Fact]
    public void Measures_at_a_lower_limit_lie_above_its_edge()
    {
        MeasureOverview measure = Measure("rate", "\"min\": 95", Each("rate", 0, 94.99, 95, 100));
        Assert.Null(measure.Step);
        Assert.Equal(95, Assert.Single(measure.Limits).Edge);
        Assert.All(measure.Bins, b => Assert.True(b.Kept == 0 || b.Broken == 0, $"{b}"));
        Assert.Equal((2, 2), (measure.Bins.Where(b => b.From >= 95).Sum(b => b.Kept), measure.Bins.Where(b => b.To <= 95).Sum(b => b.Broken)));
    }

    [Fact]
    public void Measures_at_an_upper_limit_lie_below_its_edge_where_they_have_no_step()
    {
        MeasureOverview measure = Measure("rate", "\"max\": 50", Each("rate", 10, 50, 50.01, 90));
        Assert.True(measure.Bins.Single(b => b.To == 50).IncludesTo);
        Assert.Equal((1, 0), (measure.Bins.Single(b => b.To == 50).Kept, measure.Bins.Single(b => b.To == 50).Broken));
        Assert.Equal(1, measure.Bins.Single(b => b.From == 50).Broken);
    }

    [Theory]
    [InlineData("\"above\": 20", false, false)]
    [InlineData("\"below\": 20", true, false)]
    [InlineData("\"max\": 20", true, true)]
    public void A_limit_says_on_which_side_it_holds_and_whether_it_is_allowed(string limit, bool isUpper, bool isIncluded)
    {
        MeasureOverview measure = Measure("rate", limit, Each("rate", 10, 20, 30));
        Assert.Equal((isUpper, isIncluded), (measure.Limits[0].IsUpper, measure.Limits[0].IsIncluded));
        Assert.All(measure.Bins, b => Assert.True(b.Kept == 0 || b.Broken == 0, $"{b}"));
    }

    [Fact]
    public void Both_limits_of_a_range_lie_on_edges()
    {
        MeasureOverview measure = Measure("enrolment", "\"min\": 20, \"max\": 45", Each("enrolment", [.. Enumerable.Range(5, 80)]));
        Assert.Equal("min 20 at 19.5, max 45 at 45.5", string.Join(", ", measure.Limits.Select(l => string.Create(CultureInfo.InvariantCulture, $"{(l.IsUpper ? "max" : "min")} {l.Value} at {l.Edge}"))));
        Assert.All(measure.Bins, b => Assert.True(b.Kept == 0 || b.Broken == 0, $"{b}"));
    }

    [Fact]
    public void An_exact_value_is_told_as_both_ends_of_its_tolerance()
    {
        MeasureOverview measure = Measure("rate", "\"equals\": 50, \"tolerance\": 5", Each("rate", 45, 50, 55, 56));
        Assert.Equal([(45d, false), (55d, true)], measure.Limits.Select(l => (l.Value, l.IsUpper)));
    }

    [Fact]
    public void Limits_of_several_stages_are_counted_apart()
    {
        string parameters = """{ "most": { "unit": "pupil", "by": "stage", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": { "primary": 45, "junior": 50 }, "source": { "instrument": "law", "clause": "1" } } ] } }""";
        string classes = """{ "id": "1", "stage": "primary", "enrolment": 46 }, { "id": "2", "stage": "junior", "enrolment": 46 }, { "id": "3", "stage": "primary", "enrolment": 30 }""";
        MeasureOverview measure = Assert.Single(Of(Pack(parameters: parameters, rules: $"[{Limit("enrolment", "\"max\": \"$most\"")}]"), Judged.School(classes)).Measures);
        Assert.Equal([(45d, 2L), (50d, 1L)], measure.Limits.Select(l => (l.Value, l.Rows)));
        Assert.Equal((2, 1), (measure.Bins.Sum(b => b.Kept), measure.Bins.Sum(b => b.Broken)));
    }

    [Fact]
    public void Times_after_midnight_go_on_after_the_evening()
    {
        MeasureOverview measure = Measure("lights", "\"max\": \"time('21:20')\"", Each("lights", "\"21:00\"", "\"21:20\"", "\"00:30\""));
        Assert.Equal((FieldType.Time, 1d, 1260d, 1470d), (measure.Type, measure.Step, measure.Least, measure.Most));
        Assert.Equal(1280.5, Assert.Single(measure.Limits).Edge);
        Assert.Equal((2, 1), (measure.Bins.Where(b => b.To <= 1280.5).Sum(b => b.Kept), measure.Bins.Where(b => b.From >= 1280.5).Sum(b => b.Broken)));
    }

    [Fact]
    public void Dates_are_days_and_their_bins_whole_days()
    {
        MeasureOverview measure = Measure("day", "\"max\": \"date('2026-03-01')\"", Each("day", "\"2026-01-01\"", "\"2026-03-01\"", "\"2026-03-02\"", "\"2026-12-31\""));
        double limit = new DateOnly(2026, 3, 1).DayNumber;
        Assert.Equal((FieldType.Date, 1d, limit, limit + 0.5), (measure.Type, measure.Step, measure.Limits[0].Value, measure.Limits[0].Edge));
        Assert.Equal((2, 2), (measure.Bins.Where(b => b.To <= limit + 0.5).Sum(b => b.Kept), measure.Bins.Where(b => b.From > limit).Sum(b => b.Broken)));
    }

    [Fact]
    public void Negative_measures_have_bins()
    {
        MeasureOverview measure = Measure("change", "\"min\": 0", Each("change", -40, -1, 0, 7));
        Assert.Equal((-40d, -0.5), (measure.Least, Assert.Single(measure.Limits).Edge));
        Assert.Equal((2, 2), (measure.Bins.Where(b => b.To <= -0.5).Sum(b => b.Broken), measure.Bins.Where(b => b.From >= -0.5).Sum(b => b.Kept)));
    }

    [Fact]
    public void One_far_measure_does_not_press_the_others_together()
    {
        MeasureOverview measure = Measure("minutes", "\"max\": 60", Each("minutes", [.. Enumerable.Range(50, 20).Select(m => m * 0.5), 600]));
        Assert.Equal(600, measure.Most);
        Assert.InRange(measure.Bins[^1].To, 60, 120);
        Assert.Equal((0, 1), (measure.Bins[^1].Kept, measure.Bins[^1].Broken));
    }

    [Fact]
    public void An_excused_breach_is_broken_in_a_bin_and_waived_in_its_area()
    {
        string waivers = """, "waivers": [ { "rule": "a/l", "subject": "class:s/1", "from": "2026-01-01", "until": "2027-01-01", "kind": "waiver", "authority": "局", "instrument": "law", "reason": "修" } ]""";
        AssessmentOverview overview = Of(Pack(rules: $"[{Limit("enrolment", "\"max\": 45")}]", more: waivers), Judged.School("""{ "id": "1", "enrolment": 50 }"""));
        Assert.Equal(1, overview.Measures[0].Bins.Sum(b => b.Broken));
        Assert.Equal(new VerdictCounts(0, 0, 0, 0, 1), overview.Schools[0].Areas[0].Counts);
        Assert.Null(overview.Schools[0].Areas[0].Gravest);
    }

    [Theory]
    [InlineData("\"limit\": { \"of\": \"height\", \"max\": 150 }", "pupil")]
    [InlineData("\"limit\": { \"of\": \"pupils.map(p, p.height).max()\", \"max\": 150 }", "class")]
    [InlineData("\"limit\": { \"of\": \"pupils.size()\", \"max\": 1 }", "school")]
    public void Rules_over_persons_and_rules_that_read_them_are_left_out(string kind, string subject)
    {
        AssessmentOverview overview = Of(Pack(facts: Times, rules: $"[{Rule(kind: kind, subject: subject)}]"), Judged.School("""{ "id": "1", "pupils": [ { "id": "p", "height": 160 } ] }"""));
        Assert.True(overview.Areas.IsEmpty && overview.Measures.IsEmpty);
    }

    [Fact]
    public void Only_what_lies_in_the_region_asked_for_is_listed()
    {
        string snapshot = """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "370322" }, { "id": "t", "region": "440100" } ] }""";
        AssessmentOverview overview = Of(Pack(rules: $"[{Rule(kind: "\"require\": \"has(name)\"", subject: "school")}]"), snapshot, new RunOptions { Overview = true, Only = RegionCode.Parse("440000") });
        Assert.Equal("t", Assert.Single(overview.Schools).School.Id);
        Assert.Equal(["440000", "440100", "CN"], overview.Regions.Select(r => r.Code.Text));
    }

    private static string Limit(string of, string bounds) => Rule("l",  $"\"limit\": {{ \"of\": \"{of}\", {bounds} }}");

    private static string[] Each<T>(string field, params T[] values) => [.. values.Select(v => string.Create(CultureInfo.InvariantCulture, $"\"{field}\": {v}"))];

    private static MeasureOverview Measure(string of, string bounds, params string[] classes)
    {
        string facts = of is "enrolment" or "minutes" ? Packs.PackText.Facts : Times;
        string rows = string.Join(", ", classes.Select((c, i) => $"{{ \"id\": \"{i}\", {c} }}"));
        return Assert.Single(Of(Pack(facts: facts, rules: $"[{Limit(of, bounds)}]"), Judged.School(rows)).Measures);
    }

    private static AssessmentOverview Of(string pack, string snapshot, RunOptions? options = null) => Judged.Of(pack, snapshot, options: options ?? new RunOptions { Overview = true }).Overview!;

    private static string Bins(MeasureOverview measure) => string.Join(' ', measure.Bins.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.From}-{b.To}: {b.Kept} {b.Broken} {b.Open}")));
}
