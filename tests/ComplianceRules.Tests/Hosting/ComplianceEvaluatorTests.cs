using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Hosting;

public sealed class ComplianceEvaluatorTests : IDisposable
{
    private static readonly EvaluationOptions Day = new() { AsOf = new DateOnly(2026, 9, 1) };
    private static readonly RegionCode Province = RegionCode.Parse("370000");

    private readonly TempPacks _packs = TempPacks.One(PackText.Pack(rules: $"""
        [{PackText.Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }")},
         {PackText.Rule("share", "\"require\": \"classes.all(c, c.minutes <= 60)\"", subject: "school")},
         {PackText.Rule("region", "\"require\": \"classes.all(c, c.enrolment <= 290)\"", subject: "region")},
         {PackText.Rule("beside", "\"limit\": { \"of\": \"enrolment\", \"max\": 50 }", ", \"when\": \"has(region.name)\"")}]
        """));

    private readonly TestHost _host;

    public ComplianceEvaluatorTests() => _host = new TestHost(o => o.AddPacksFromDirectory(_packs.Path));

    public void Dispose()
    {
        _host.Dispose();
        _packs.Dispose();
    }

    [Fact]
    public void One_school_is_judged_by_the_rules_of_schools_and_of_what_lies_below()
    {
        Assessment done = _host.Evaluator.EvaluateOne(School("s", 45, 46), Day).Value;
        Assert.Equal(["a/beside", "a/share", "a/size"], done.Rules.Select(r => r.Rule));
        Finding breach = Assert.Single(done.Findings, f => f.Verdict == Verdict.NonCompliant);
        Assert.Equal(("a/size", "class:s/2"), (breach.Rule, breach.Subject!.ToString()));
    }

    [Fact]
    public void A_fact_that_one_school_does_not_give_leaves_each_row_undetermined_with_a_finding_of_its_own()
    {
        Assessment done = _host.Evaluator.EvaluateOne(School("s", 45, 46), Day).Value;
        Assert.Equal(["school:s"], done.OfRule("a/share").Select(f => f.Subject!.ToString()));
        Assert.All(done.OfRule("a/share"), f => Assert.Equal(Verdict.Undetermined, f.Verdict));
        Assert.Equal(2, done.OfRule("a/beside").Count(f => f.Verdict == Verdict.NotApplicable) + done.Rules.Single(r => r.Rule == "a/beside").Counts.NotApplicable);
    }

    [Fact]
    public void The_applications_own_type_is_judged_by_lambdas()
    {
        RowShape<(string Code, int[] Pupils)> shape = new RowShape<(string Code, int[] Pupils)>("school", s => s.Code)
            .Region(_ => "370000")
            .Children(new RowShape<int>("class", pupils => $"c{pupils}").Number("enrolment", pupils => (long?)pupils), s => s.Pupils);
        Assessment done = _host.Evaluator.EvaluateOne(("x", [40, 50]), shape, Day).Value;
        Assert.Equal(["class:x/c50"], done.OfRule("a/size").Select(f => f.Subject!.ToString()));
    }

    [Fact]
    public void A_table_is_filled_by_lambdas_on_the_spot()
    {
        SnapshotBuilder builder = new SnapshotBuilder(_host.Evaluator.Packs.Schema, new SnapshotOptions())
            .Table("school", ["s"], t => t.Id(s => s).Region(_ => "370000"))
            .Table("class", [("s", "1", 44), ("s", "2", 99)], t => t.Id(c => c.Item2).Below(c => c.Item1).Number("enrolment", c => (long?)c.Item3));
        Assert.Equal(["class:s/2"], _host.Evaluator.Evaluate(builder.Build().Value, Day).OfRule("a/size").Select(f => f.Subject!.ToString()));
    }

    [Fact]
    public void A_shape_without_an_id_is_the_callers_mistake() => Assert.Contains(
        "call `Id`", Assert.Throws<ArgumentException>(() => new SnapshotBuilder(_host.Evaluator.Packs.Schema, new SnapshotOptions()).Table("school", ["s"], t => t.Region(_ => "370000"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_school_without_id_or_with_classes_of_one_id_is_refused_with_its_problems()
    {
        Assert.Equal("CR4014", _host.Evaluator.EvaluateOne(School(" ", 45), Day).Diagnostics[0].Code.ToString());
        Checked<Assessment> twice = _host.Evaluator.EvaluateOne(new SchoolRecord("s") { Classes = [new ClassRecord("1"), new ClassRecord("1")] }, Day);
        Assert.False(twice.IsValid);
    }

    [Fact]
    public void A_fact_of_a_name_that_no_pack_declares_is_listed_and_left_out()
    {
        SchoolRecord school = new("s") { Region = "370000", Classes = [new ClassRecord("1") { Facts = new Dictionary<string, FactValue> { ["enrolmnet"] = 46 } }] };
        Assessment done = _host.Evaluator.EvaluateOne(school, Day).Value;
        Diagnostic issue = Assert.Single(done.Data.Issues);
        Assert.Contains("enrolment", issue.ToText(TextLanguage.English), StringComparison.Ordinal);
        Assert.Equal(1, done.Rules.Single(r => r.Rule == "a/size").Counts.Undetermined);
    }

    [Theory]
    [InlineData("46")]
    [InlineData(true)]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(1e300)]
    public void A_value_that_a_field_cannot_have_is_unknown_and_listed(object value)
    {
        FactValue given = value switch { string text => text, bool truth => truth, double number => number, int number => number, _ => throw new ArgumentException("no such value", nameof(value)) };
        SchoolRecord school = new("s") { Region = "370000", Classes = [new ClassRecord("1") { Facts = new Dictionary<string, FactValue> { ["enrolment"] = given } }] };
        Assessment done = _host.Evaluator.EvaluateOne(school, Day).Value;
        Assert.Single(done.Data.Issues);
        Assert.Equal(Verdict.Undetermined, Assert.Single(done.OfRule("a/size")).Verdict);
    }

    [Fact]
    public void Without_a_day_nothing_is_judged()
    {
        Assert.Contains("AsOf", Assert.Throws<ArgumentException>(() => _host.Evaluator.EvaluateOne(School("s", 45), new EvaluationOptions())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _host.Evaluator.Evaluate(Whole([School("s", 45)]), null));
    }

    [Fact]
    public void A_source_is_read_and_judged_by_the_same_packs()
    {
        JsonSnapshotSource source = new(() => new MemoryStream(Encoding.UTF8.GetBytes("""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{ "id": "s", "region": "370000", "classes": [{ "id": "1", "enrolment": 46 }] }] }""")), "given.json");
        Assert.Equal(["class:s/1"], _host.Evaluator.Evaluate(source).Value.OfRule("a/size").Select(f => f.Subject!.ToString()));
    }

    [Fact]
    public void A_source_that_is_refused_gives_its_problems()
    {
        JsonSnapshotSource source = new(() => new MemoryStream("{ \"schools\": ["u8.ToArray()), "given.json");
        Checked<Assessment> done = _host.Evaluator.Evaluate(source, Day);
        Assert.False(done.IsValid);
        Assert.NotEmpty(done.Diagnostics);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(700, 3)]
    [InlineData(6_000, 2)]
    public async Task Schools_that_come_one_after_another_get_the_verdicts_of_the_whole(int count, int seed)
    {
        Random dice = new(seed);
        SchoolRecord[] schools = [.. Enumerable.Range(0, count).Select(i => School($"s{i}", [.. Enumerable.Range(0, dice.Next(4)).Select(_ => dice.Next(5) == 0 ? (int?)null : dice.Next(300))]))];
        EvaluationOptions options = Day with { Run = new RunOptions { EachRow = true } };
        Assessment whole = _host.Evaluator.Evaluate(Whole(schools), options);

        List<string> found = [];
        Assessment? last = null;
        int parts = 0;
        await foreach (AssessmentPart part in _host.Evaluator.EvaluateAsync(Coming(schools), SchoolRecord.Shape, Day, Beside))
        {
            Assert.Null(last);
            parts++;
            found.AddRange(part.Findings.Select(Line));
            last = part.Whole;
        }

        Assert.Equal(whole.Findings.Select(Line).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(whole.Rules.Select(r => (r.Rule, r.Counts)), last!.Rules.Select(r => (r.Rule, r.Counts)));
        Assert.Equal(whole.Data.Rows, last.Data.Rows);
        Assert.Equal(count > 5_000, parts > 1);
    }

    [Fact]
    public async Task A_school_that_comes_twice_ends_the_stream()
    {
        DataRefusedException refused = await Assert.ThrowsAsync<DataRefusedException>(async () => await Drain(_host.Evaluator.EvaluateAsync(Coming([School("s", 1), School("t", 1), School("s", 1)]), SchoolRecord.Shape, Day)));
        Assert.NotEmpty(refused.Problems);
    }

    [Fact]
    public async Task A_stream_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Drain(_host.Evaluator.EvaluateAsync(Endless(stop), SchoolRecord.Shape, Day, cancellation: stop.Token)));
    }

    [Fact]
    public async Task A_shape_of_another_table_cannot_be_streamed() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Drain(_host.Evaluator.EvaluateAsync(Coming([new ClassRecord("1")]), ClassRecord.Shape, Day)));

    [Fact]
    public async Task Packs_that_are_loaded_during_a_stream_do_not_judge_it()
    {
        List<AssessmentPart> parts = [];
        await foreach (AssessmentPart part in _host.Evaluator.EvaluateAsync(Reloading(), SchoolRecord.Shape, Day)) parts.Add(part);
        Assert.Equal(["a/beside", "a/region", "a/share", "a/size"], parts[^1].Whole!.Rules.Select(r => r.Rule));
        Assert.Equal(["a/later"], _host.Evaluator.EvaluateOne(School("s", 1), Day).Value.Rules.Select(r => r.Rule));
    }

    private static SchoolRecord School(string id, params int?[] pupils) => new(id)
    {
        Region = id.EndsWith('7') ? "370322" : "370000",
        Classes = [.. pupils.Select((count, i) => new ClassRecord($"{i + 1}") { Facts = count is { } known ? new Dictionary<string, FactValue> { ["enrolment"] = known } : new Dictionary<string, FactValue>() })],
    };

    private static void Beside(SnapshotBuilder builder)
    {
        builder.Cover(Province);
        builder.Table("region", ["370322"], t => t.Id(code => code).Text("name", _ => "县"));
    }

    private Snapshot Whole(IEnumerable<SchoolRecord> schools)
    {
        SnapshotBuilder builder = new(_host.Evaluator.Packs.Schema, new SnapshotOptions());
        Beside(builder);
        builder.AddRows(SchoolRecord.Shape, schools);
        return builder.Build().Value;
    }

    private static string Line(Finding finding) => $"{finding.Rule} {finding.Subject} {finding.Verdict} {finding.Observed} {string.Join(',', finding.Missing.Select(m => m.Path))} {finding.Place}";

    private static async IAsyncEnumerable<T> Coming<T>(IEnumerable<T> schools)
    {
        foreach (T school in schools)
        {
            if (school!.GetHashCode() % 50 == 0) await Task.Yield();
            yield return school;
        }
    }

    private static async IAsyncEnumerable<SchoolRecord> Endless(CancellationTokenSource stop)
    {
        for (int i = 0; ; i++)
        {
            if (i == 100) await stop.CancelAsync();
            yield return School($"s{i}", 40);
        }
    }

    private async IAsyncEnumerable<SchoolRecord> Reloading()
    {
        yield return School("s", 40);
        await Task.Yield();
        _packs.With("pack.json", PackText.Pack(rules: $"[{PackText.Rule("later")}]"));
        Assert.Equal(PackLoadOutcome.Loaded, _host.Monitor.Reload().Outcome);
        yield return School("t", 50);
    }

    private static async Task Drain(IAsyncEnumerable<AssessmentPart> parts)
    {
        await foreach (AssessmentPart part in parts) Assert.NotNull(part.Findings);
    }
}
