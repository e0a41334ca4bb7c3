using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Packs;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class FindingListerTests
{
    private static readonly Catalogue Packs = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
    private static readonly Snapshot Sample =
        new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json"), "snapshot.json").Read(Packs.Schema, new SnapshotOptions(), CancellationToken.None).Value;

    [Fact]
    public void A_list_is_what_making_all_findings_at_once_gives() => Dice.Check(60, dice =>
    {
        using TempPacks folder = TempPacks.One(MadeRules.Pack(new MadeRules(dice, isTotal: false, hasLists: dice.OneIn(3)).Make(8)));
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
        MadeRow nation = MadeFacts.Nation(dice, holesOneIn: 3);
        foreach (string field in "b c e n m t s d sb sn se rb rn".Split(' ').Where(_ => dice.OneIn(4))) Forget(nation, field);
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(MadeFacts.Json(nation))), "made.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        RunOptions options = new() { IncludeAll = dice.OneIn(2) };
        Plan plan = Plan.For(catalogue, Judged.Day);
        Assessment listed = plan.Run(snapshot, options);
        RowStacks stacks = new(snapshot, new StackBook(catalogue, Judged.Day), options);
        Assert.Equal(Json(listed with { Findings = EagerFindings.Of(catalogue, snapshot, stacks, FindingDetail.Of(options)) }), Json(listed));
        Assert.Equal(listed.Findings.Count(_ => true), listed.Findings.Count);
        Assert.Equal(listed.Findings.Select(Outline), listed.Findings.Outlines());

        PackStack stack = plan.StackOf(catalogue.Packs.Packs[0]);
        Assessment ofCase = plan.RunCase((snapshot, null), stack, [], [], CancellationToken.None).Assessment;
        Assert.Equal(Json(ofCase with { Findings = EagerFindings.Of(catalogue, snapshot, new RowStacks(snapshot, stack), FindingDetail.EveryRow) }), Json(ofCase));
    });

    [Fact]
    public void A_finding_asked_for_by_its_number_is_the_one_that_is_reached()
    {
        FindingList findings = Plan.For(Packs, Judged.Day).Run(Sample, new RunOptions { IncludeAll = true }).Findings;
        Finding[] reached = [.. findings];
        Assert.Equal(reached.Length, findings.Count);
        for (int i = reached.Length - 1; i >= 0; i -= 7) Assert.Equivalent(reached[i], findings[i], strict: true);
        Assert.Throws<ArgumentOutOfRangeException>(() => findings[reached.Length]);
    }

    [Fact]
    public void Outlines_say_of_findings_that_are_not_made_what_those_made_say()
    {
        FindingList findings = Plan.For(Packs, Judged.Day).Run(Sample, new RunOptions { IncludeAll = true }).Findings;
        FindingOutline[] outlines = [.. findings.Outlines()];
        Assert.Equal(findings.Select(Outline), outlines);
        Assert.Equal(outlines, FindingList.Of(findings).Outlines());
    }

    [Fact]
    public void Threads_that_look_at_one_list_see_the_same()
    {
        Assessment assessment = Plan.For(Packs, Judged.Day).Run(Sample);
        string[] seen = new string[8];
        Parallel.For(0, seen.Length, i => seen[i] = i % 2 == 0 ? Json(assessment) : Json(assessment with { Findings = FindingList.Of(Enumerable.Range(0, assessment.Findings.Count).Select(n => assessment.Findings[n])) }));
        Assert.All(seen, text => Assert.Equal(Json(Plan.For(Packs, Judged.Day).Run(Sample)), text));
    }

    [Fact]
    public void A_run_that_has_ended_can_no_longer_be_stopped()
    {
        using CancellationTokenSource stop = new();
        Assessment assessment = Plan.For(Packs, Judged.Day).Run(Sample, cancellation: stop.Token);
        stop.Cancel();
        Assert.Equal(Json(Plan.For(Packs, Judged.Day).Run(Sample)), Json(assessment));
    }

    [Fact]
    public void Rows_without_a_finding_cost_nothing_in_any_list()
    {
        RunOptions options = new();
        RowStacks stacks = new(Sample, new StackBook(Packs, Judged.Day), options);
        RuleJudge judge = new(new JudgedFacts(Sample, null, Judged.Day), stacks, Packs.Families, CancellationToken.None);
        FindingLister lister = new(Sample, stacks, judge, Packs.Scopes, FindingDetail.Of(options));
        CheckedRule rule = Packs.Rules.First(r => r.Rule.Subject == BaseTables.Class);
        RuleSeverity severity = RuleSeverity.Of(rule, Judged.Day);
        Allocated(new ulong[1]);
        Assert.Equal(Allocated(new ulong[1]), Allocated(new ulong[50_000]));

        long Allocated(ulong[] none)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            lister.Of(rule, severity, new VerdictWords { First = 0, NonCompliant = none, Undetermined = none });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_run_allocates_nothing_for_a_row_without_a_finding_but_its_bits()
    {
        const int Few = 1_000;
        const int Many = 16_000;
        const int Bitmaps = 2;
        using TempPacks folder = TempPacks.One(PackText.Pack(rules: $"[{PackText.Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }")}]"));
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
        Plan plan = Plan.For(catalogue, Judged.Day);
        long more = Allocated(Many) - Allocated(Few);
        Assert.InRange(more, 0, (Bitmaps * (Many - Few) / 8) + 64);

        long Allocated(int classes)
        {
            Snapshot snapshot = OneSchool(catalogue.Schema, classes);
            Assert.Equal((classes, 0), ((int)plan.Run(snapshot).Counts.Compliant, plan.Run(snapshot).Findings.Count));
            long before = GC.GetAllocatedBytesForCurrentThread();
            plan.Run(snapshot);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Findings_cost_four_bytes_until_somebody_looks()
    {
        const int Rows = 64_000;
        ulong[] all = [.. Enumerable.Repeat(ulong.MaxValue, Rows / 64)];
        ulong[] none = new ulong[Rows / 64];
        FoundRows.Of(new VerdictWords { First = 0, NonCompliant = all, Undetermined = none });
        long before = GC.GetAllocatedBytesForCurrentThread();
        FoundRows found = FoundRows.Of(new VerdictWords { First = 0, NonCompliant = all, Undetermined = none });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 4 * found.Count, (4 * Rows) + 1024);
    }

    private static FindingOutline Outline(Finding finding) =>
        new(finding.Rule, finding.Verdict, finding.Severity, finding.Subject?.Table, finding.Rows, finding.ShownRows);

    private static Snapshot OneSchool(FactSchema schema, int classes)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        int school = builder.Table(BaseTables.School).Add("s", builder.Region(RegionCode.Parse("370322")));
        TableBuilder table = builder.Table(BaseTables.Class);
        FieldSchema enrolment = table.Schema.Field("enrolment")!;
        for (int i = 0; i < classes; i++) Assert.True(table.SetNumber(table.Add($"{i:D5}", school), enrolment, 20 + (i % 20)));
        return builder.Build().Value;
    }

    private static void Forget(MadeRow nation, string field)
    {
        foreach (MadeRow row in nation.SelfAndBelow()) row.Facts.Remove(field);
    }

    private static string Json(Assessment assessment) => Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), assessment));
}
