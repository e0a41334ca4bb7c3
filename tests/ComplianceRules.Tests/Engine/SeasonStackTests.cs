using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Engine;

/// <summary>Rows of several regions in one run, each by the seasons and the calendar of its own stack.</summary>
public sealed class SeasonStackTests
{
    private static readonly Catalogue Packs = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("tests/packs/good/seasons-and-calendars")).Value).Value;
    private static readonly Plan Plan = Plan.For(Packs, new DateOnly(2026, 11, 1));

    private const string Classes = """[ { "id": "1", "starts": "08:10", "timetabled_on": "2026-12-10", "exam_on": "2026-09-30", "reported_on": "2026-10-08" }, { "id": "2", "starts": "08:10", "exam_on": "2026-09-30", "reported_on": "2026-10-06" } ]""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_row_is_judged_by_the_calendar_and_the_seasons_of_its_own_stack(bool byColumns)
    {
        Assessment assessment = Plan.Run(Read(string.Empty), new RunOptions { IncludeAll = true, Engine = byColumns ? JudgingEngine.Columns : JudgingEngine.Reference });
        Assert.Equal(
            ["class:n/1 Compliant", "class:n/2 Compliant", "class:p/1 NonCompliant", "class:p/2 Compliant"],
            assessment.Findings.Where(f => f.Rule == "nation/report").Select(f => $"{f.Subject} {f.Verdict}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["class:n/1 Compliant 08:00", "class:n/2 Undetermined ", "class:p/1 NonCompliant 08:20", "class:p/2 Undetermined "],
            assessment.Findings.Where(f => f.Rule == "nation/start.by-day").Select(f => $"{f.Subject} {f.Verdict} {f.Limit?.Text}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_season_chosen_by_a_date_needs_no_interpreter_for_each_row()
    {
        ColumnPlan plan = ColumnPlan.For(Packs.Schema, Packs.Rules, new DateOnly(2026, 11, 1), SeasonCuts.Of(Packs.Packs));
        TruthNode[] nodes = [.. plan.Programs.SelectMany(p => NodesOf(p))];
        Assert.DoesNotContain(nodes, n => n is InterpretedNode);

        // Where the seasons of the start of lessons and of heating begin or have ended, of all packs.
        string[] days = [.. nodes.OfType<LimitNode>().Select(n => n.Constant.SeasonDay).OfType<int>().Distinct().Order().Select(d => new DateOnly(2000, 1, 1).AddDays(d).ToString("MM-dd", CultureInfo.InvariantCulture))];
        Assert.Equal(["03-01", "03-16", "04-01", "11-01", "11-15", "12-01"], days);
    }

    [Fact]
    public void The_calendar_of_the_data_takes_the_place_of_all_others()
    {
        Assessment assessment = Plan.Run(Read(""", "calendar": { "daysOff": ["2026-10-08"], "workingDaysInstead": [] }"""), new RunOptions { IncludeAll = true, Rules = ["report"] });
        Assert.Equal([Verdict.NonCompliant, Verdict.NonCompliant], assessment.Findings.Where(f => f.Subject!.Id.EndsWith("/1", StringComparison.Ordinal)).Select(f => f.Verdict));
    }

    [Fact]
    public void Reassessing_knows_the_calendar_of_each_row()
    {
        Snapshot snapshot = Read(string.Empty);
        Assessment before = Plan.Run(snapshot, new RunOptions { IncludeAll = true, ForReassessment = true });
        SnapshotEdit edit = new(snapshot);
        int row = Enumerable.Range(0, 4).First(r => snapshot.Table("school").Id(snapshot.Table("class").Parent(r)) == "p");
        edit.Table("class").SetDate(row, "reported_on", new DateOnly(2026, 10, 6));
        edit.Table("class").SetDate(row, "timetabled_on", new DateOnly(2026, 5, 10));
        Snapshot changed = edit.Build();
        byte[] expected = Written.By(new JsonReportWriter(), Plan.Run(changed, new RunOptions { IncludeAll = true }));
        Assert.Equal(expected, Written.By(new JsonReportWriter(), Plan.Reassess(before, changed)));
        Assert.Contains(Plan.Reassess(before, changed).Findings, f => f is { Rule: "nation/report", Verdict: Verdict.Compliant, Subject.Id: "p/1" });
    }

    [Fact]
    public void A_finding_and_an_explanation_name_the_season_of_the_limit()
    {
        Snapshot snapshot = Read(string.Empty);
        Finding finding = Plan.Run(snapshot, new RunOptions { Rules = ["start.by-day"] }).Findings.Single(f => f.Verdict == Verdict.NonCompliant);
        Assert.Equal(("province", "decree", "12-01..02-28"), (finding.LimitSource!.Pack, finding.LimitSource.Instrument.Id, finding.LimitSource.Season?.ToString()));

        ExplainedNode limit = Plan.Explain(snapshot, "start.by-day", "class:n/1").Holds.Parts[1];
        Assert.Equal(("nation", "11-15..03-15", "08:00"), (limit.Parameter!.Pack, limit.Parameter.Season?.ToString(), limit.Value!.Text));
        Assert.Equal("timetabled_on", Assert.Single(limit.Parts).Text);

        ExplainedNode today = Plan.Explain(snapshot, "start.today", "class:n/1").Holds.Parts[1];
        Assert.Equal(("03-16..11-14", "07:30"), (today.Parameter!.Season?.ToString(), today.Value!.Text));
    }

    [Fact]
    public void Reports_write_the_season_only_where_there_is_one()
    {
        Snapshot snapshot = Read(string.Empty);
        string text = Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), Plan.Run(snapshot, new RunOptions { Rules = ["start.by-day"] })));
        Assert.Contains("\"season\": \"12-01..02-28\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"season\"", Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), Plan.Run(snapshot, new RunOptions { Rules = ["report"] }))), StringComparison.Ordinal);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_nodes")]
    private static extern ref List<TruthNode> NodesOf(TableProgram program);

    private static Snapshot Read(string calendar)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""
            { "schemaVersion": 1, "date": "2026-09-01"{{calendar}},
              "schools": [ { "id": "n", "region": "440100", "classes": {{Classes}} }, { "id": "p", "region": "370322", "classes": {{Classes}} } ] }
            """);
        return new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(Packs.Schema, new SnapshotOptions(), CancellationToken.None).Value;
    }
}
