using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine.Streaming;

public sealed class StreamedRunTests
{
    private const string OfRegion = "region.level == 'county'";

    [Fact]
    public void Schools_are_handed_over_some_at_a_time()
    {
        KeptFindings kept = new();
        Assessment assessment = Streamed(PlanOf(PackText.Rule()), Source(Lines(6)), kept).Value;
        Assert.Equal(7, kept.Times);
        Assert.Equal(6, assessment.Counts.NonCompliant);
        Assert.Equal(6, kept.InOrder.Count);
        Assert.Empty(assessment.Findings);
    }

    [Fact]
    public void A_rule_over_regions_is_judged_after_all_schools_were_gone_through()
    {
        KeptFindings kept = new();
        Assessment assessment = Streamed(PlanOf(PackText.Rule(kind: $"\"require\": \"{OfRegion}\"", subject: "school")), Source(Lines(6)), kept).Value;
        Assert.Equal(1, kept.Times);
        Assert.Equal(6, assessment.Counts.Compliant);
    }

    [Fact]
    public void Beside_a_rule_over_regions_the_others_are_judged_some_schools_at_a_time()
    {
        KeptFindings kept = new();
        Plan plan = PlanOf($"{PackText.Rule()}, {PackText.Rule("of_region", "\"require\": \"classes.all(x, x.bright)\"", subject: "region")}");
        Assessment assessment = Streamed(plan, Source(Lines(6)), kept).Value;
        Assert.Equal(6 + 1 + 1, kept.Times);
        Assert.Equal(["a/of_region", "a/r"], assessment.Rules.Select(r => r.Rule));
        Assert.Equal([BaseTables.Class, BaseTables.Region], kept.Subjects.Distinct());
    }

    [Fact]
    public void Only_what_rules_over_regions_need_is_kept_of_all_schools()
    {
        Plan plan = PlanOf($"{PackText.Rule()}, {PackText.Rule("of_region", "\"require\": \"schools.size() < 3\"", subject: "region")}");
        FactSelection facts = plan.Streamed(new RunOptions()).Facts();
        Assert.True(facts.HasTable(BaseTables.School) && !facts.HasTable(BaseTables.Class) && !facts.HasField(BaseTables.School, "name"));
        FactSelection more = PlanOf(PackText.Rule("of_region", "\"require\": \"classes.all(x, x.bright)\"", subject: "region")).Streamed(new RunOptions()).Facts();
        Assert.True(more.HasField(BaseTables.Class, "bright") && more.HasField(BaseTables.Class, "grade") && !more.HasField(BaseTables.Class, "name"));
    }

    [Fact]
    public void Rules_are_judged_some_at_a_time_where_everything_is_there()
    {
        KeptFindings kept = new();
        Heard heard = new();
        Plan plan = PlanOf($"{PackText.Rule()}, {PackText.Rule("s")}, {PackText.Rule("t")}");
        Stream once = new ChecksummedInput(new MemoryStream(Encoding.UTF8.GetBytes(Lines(6))));
        StreamedRun run = new(plan, kept, new RunOptions { Progress = heard, Threads = 1 }, new SnapshotOptions(), CancellationToken.None) { RowsAtOnce = 12 };
        Assessment assessment = run.Run(new NdjsonSnapshotSource(() => once, "made.ndjson")).Value;
        Assert.Equal(2, kept.Times);
        Assert.Equal(["a/r", "a/s", "a/t"], assessment.Rules.Select(r => r.Rule));
        Assert.Equal(18, assessment.Counts.NonCompliant);
        Assert.Equal([new RunProgress(12, 18), new RunProgress(18, 18)], heard.Reports.TakeLast(2));
    }

    [Fact]
    public void Progress_ends_with_all_rows_where_no_row_has_the_last_rules()
    {
        Heard heard = new();
        using TempPacks folder = new();
        folder.With("a/pack.json", PackText.Pack(rules: $"[{PackText.Rule()}]"));
        folder.With("t/pack.json", PackText.Pack("t", facts: "{}", rules: $"[{PackText.Rule("s")}]", more: ", \"template\": true, \"extends\": \"a\""));
        Stream once = new ChecksummedInput(new MemoryStream(Encoding.UTF8.GetBytes(Lines(6))));
        StreamedRun run = new(Plan.For(Judged.Catalogue(folder.Path).Value, Judged.Day), new KeptFindings(), new RunOptions { Progress = heard }, new SnapshotOptions(), CancellationToken.None) { RowsAtOnce = 1 };
        Assert.True(run.Run(new NdjsonSnapshotSource(() => once, "made.ndjson")).IsValid);
        Assert.Equal([new RunProgress(6, 12), new RunProgress(12, 12)], heard.Reports);
    }

    [Fact]
    public void Nothing_is_handed_over_of_data_that_is_refused_at_its_end()
    {
        KeptFindings kept = new();
        Checked<Assessment> streamed = Streamed(PlanOf(PackText.Rule()), Source(Lines(6) + """{ "id": "s0", "region": "370322" }"""), kept);
        Assert.Equal(0, kept.Times);
        Assert.Equal(DiagnosticCodes.DuplicateRowId, Assert.Single(streamed.Diagnostics).Code);
    }

    [Fact]
    public void Data_that_changes_between_the_two_readings_ends_the_run()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Lines(20));
        Spoiler spoiler = new(bytes);
        Assert.Throws<IOException>(() => Streamed(PlanOf(PackText.Rule()), new NdjsonSnapshotSource(() => new MemoryStream(bytes), "made.ndjson") { BufferSize = 64 }, spoiler));
    }

    [Fact]
    public void Data_that_can_be_read_only_once_is_read_at_once()
    {
        KeptFindings kept = new();
        Stream once = new ChecksummedInput(new MemoryStream(Encoding.UTF8.GetBytes(Lines(6))));
        Assessment assessment = Streamed(PlanOf(PackText.Rule()), new NdjsonSnapshotSource(() => once, "made.ndjson"), kept).Value;
        Assert.Equal(1, kept.Times);
        Assert.Equal(6, assessment.Counts.NonCompliant);
    }

    [Fact]
    public void A_name_that_is_not_there_is_said_before_anything_is_handed_over()
    {
        KeptFindings kept = new();
        RunOptions options = new() { SchoolPacks = [new SchoolPack("s7", "a")] };
        Assert.Throws<ArgumentException>(() => PlanOf(PackText.Rule()).Run(Source(Lines(6)), kept, options));
        Assert.Equal(0, kept.Times);
    }

    [Fact]
    public void Progress_grows_to_all_rows()
    {
        Heard heard = new();
        new StreamedRun(PlanOf(PackText.Rule()), new KeptFindings(), new RunOptions { Progress = heard }, new SnapshotOptions(), CancellationToken.None) { RowsOfChunk = 1 }.Run(Source(Lines(6)));
        Assert.Equal(Enumerable.Range(1, 6).Select(i => new RunProgress(2 * i, 12)), heard.Reports);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Progress_of_a_run_over_everything_grows_to_all_rows(int threads)
    {
        Heard heard = new();
        Plan plan = PlanOf(PackText.Rule());
        plan.Run(Whole(plan, 160_000), new RunOptions { Progress = heard, Threads = threads });
        Assert.Equal(3, heard.Reports.Count);
        Assert.Equal(heard.Reports.OrderBy(r => r.Judged), heard.Reports);
        Assert.Equal(new RunProgress(160_000, 160_000), heard.Reports[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_run_cancelled_by_who_hears_of_its_progress_ends(int threads)
    {
        using CancellationTokenSource stop = new();
        Heard heard = new(stop);
        Plan plan = PlanOf(PackText.Rule());
        Snapshot snapshot = Whole(plan, 200_000);
        Assert.ThrowsAny<OperationCanceledException>(() => plan.Run(snapshot, new RunOptions { Progress = heard, Threads = threads }, stop.Token));
        Assert.InRange(heard.Reports.Count, 1, 1 + threads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_the_hearer_of_progress_throws_reaches_the_caller_as_it_is(int threads)
    {
        Plan plan = PlanOf(PackText.Rule());
        Assert.Throws<InvalidOperationException>(() => plan.Run(Whole(plan, 160_000), new RunOptions { Progress = new Deaf(), Threads = threads }));
    }

    [Fact]
    public void A_streamed_run_cancelled_by_who_hears_of_its_progress_hands_nothing_more_over()
    {
        using CancellationTokenSource stop = new();
        KeptFindings kept = new();
        StreamedRun run = new(PlanOf(PackText.Rule()), kept, new RunOptions { Progress = new Heard(stop) }, new SnapshotOptions(), stop.Token) { RowsOfChunk = 1 };
        Assert.ThrowsAny<OperationCanceledException>(() => run.Run(Source(Lines(6))));
        Assert.Equal(1, kept.Times);
    }

    [Fact]
    public void Data_that_was_gone_through_tells_its_day_and_its_schools_before_it_is_judged()
    {
        Catalogue catalogue = CatalogueOf(PackText.Rule());
        using SurveyedData data = SurveyedData.Of(catalogue, Source(Lines(6).Replace("\"covers\"", "\"date\": \"2026-09-01\", \"covers\"", StringComparison.Ordinal))).Value;
        Assert.Equal((new DateOnly(2026, 9, 1), 6, "370322"), (data.Date, data.Data.Rows[BaseTables.School], Assert.Single(data.Covers).Text));
        Assert.Equal(["s0", "s1", "s2", "s3", "s4", "s5"], data.SchoolIds);
        KeptFindings kept = new();
        Assert.Equal(6, Plan.For(catalogue, data.Date!.Value).Run(data, kept).Counts.NonCompliant);
        Assert.Equal(6, kept.InOrder.Count);
    }

    [Fact]
    public void Data_that_has_to_be_read_as_a_whole_is_judged_the_same()
    {
        Catalogue catalogue = CatalogueOf(PackText.Rule());
        Stream once = new ChecksummedInput(new MemoryStream(Encoding.UTF8.GetBytes(Lines(6))));
        using SurveyedData data = SurveyedData.Of(catalogue, new NdjsonSnapshotSource(() => once, "made.ndjson")).Value;
        Assert.Equal((null, 6), (data.Date, data.SchoolIds.Count()));
        Assert.Equal(6, Plan.For(catalogue, Judged.Day).Run(data, new KeptFindings()).Counts.NonCompliant);
    }

    [Fact]
    public void Data_that_is_refused_is_not_there_to_be_judged()
    {
        Checked<SurveyedData> read = SurveyedData.Of(CatalogueOf(PackText.Rule()), Source("{}\n"));
        Assert.False(read.IsValid);
        Assert.NotEmpty(read.Diagnostics);
    }

    [Fact]
    public void Data_of_another_catalogue_and_an_earlier_snapshot_beside_it_are_faults_of_the_caller()
    {
        Catalogue catalogue = CatalogueOf(PackText.Rule());
        using SurveyedData data = SurveyedData.Of(catalogue, Source(Lines(2))).Value;
        Assert.Throws<ArgumentException>(() => PlanOf(PackText.Rule()).Run(data, new KeptFindings()));
        Plan plan = Plan.For(catalogue, Judged.Day);
        Assert.Throws<ArgumentException>(() => plan.Run(data, new KeptFindings(), new RunOptions { Previous = Whole(plan, 2) }));
    }

    [Fact]
    public void Findings_of_schools_that_were_let_go_name_their_region_as_those_of_the_whole_do()
    {
        KeptFindings kept = new();
        string json = """{ "schemaVersion": 1, "schools": [ { "id": "s", "region": "370322", "classes": [ { "id": "1", "bright": false } ] } ], "regions": [ { "id": "370322", "name": "高青县" } ] }""";
        JsonSnapshotSource source = new(() => new MemoryStream(Encoding.UTF8.GetBytes(json)), "made.json");
        Plan plan = PlanOf(PackText.Rule());
        Assert.True(Streamed(plan, source, kept).IsValid);
        FindingPlace? whole = plan.Run(source.Read(plan.Schema, new SnapshotOptions(), default).Value).Findings[0].Place;
        Assert.Equal("高青县", whole!.RegionName);
        Assert.Equal(whole, Assert.Single(kept.InOrder).Place);
    }

    private static Checked<Assessment> Streamed(Plan plan, ISnapshotSource source, IFindingSink sink) =>
        new StreamedRun(plan, sink, new RunOptions(), new SnapshotOptions(), CancellationToken.None) { RowsOfChunk = 1 }.Run(source);

    private static Plan PlanOf(string rule) => Plan.For(CatalogueOf(rule), Judged.Day);

    private static Catalogue CatalogueOf(string rule)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack(rules: $"[{rule}]"));
        return PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
    }

    private static NdjsonSnapshotSource Source(string lines) => new(() => new MemoryStream(Encoding.UTF8.GetBytes(lines)), "made.ndjson");

    private static string Lines(int schools) => string.Concat(Enumerable.Range(0, schools)
        .Select(i => $$"""{ "id": "s{{i}}", "region": "370322", "classes": [ { "id": "1", "bright": false } ] }""" + "\n")
        .Prepend("""{ "schemaVersion": 1, "covers": ["370322"] }""" + "\n"));

    private static Snapshot Whole(Plan plan, int schools) => Source(Lines(schools)).Read(plan.Schema, new SnapshotOptions(), CancellationToken.None).Value;

    private sealed class Spoiler(byte[] bytes) : IFindingSink
    {
        public void Take(FindingList findings) => "true "u8.CopyTo(bytes.AsSpan(Math.Max(0, bytes.AsSpan().LastIndexOf("false"u8))));
    }

    private sealed class Heard(CancellationTokenSource? stop = null) : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value)
        {
            Reports.Add(value);
            stop?.Cancel();
        }
    }

    private sealed class Deaf : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => throw new InvalidOperationException("nobody listens");
    }
}
