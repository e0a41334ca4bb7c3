using System.Text;
using ComplianceRules.Benchmarks;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Engine.Waiving;
using ComplianceRules.Tests.Packs;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Engine.Reassessing;

public sealed class ReassessTests
{
    private const int Packs = 80;

    private const string YearGroupFacts = """
        { "class": { "fields": { "n": { "type": "number", "unit": "1", "range": [0, 9], "step": 1 }, "b": { "type": "bool" } } },
          "school": { "fields": { "sn": { "type": "number", "unit": "1", "range": [0, 9], "step": 1 } } } }
        """;

    [Fact]
    public void Changed_facts_give_the_bytes_of_a_run_over_data_that_was_read_anew()
    {
        int kept = 0;
        Dice.Check(Packs, dice =>
        {
            IReadOnlyList<MadeRule> rules = new MadeRules(dice, isTotal: false, hasLists: dice.OneIn(3)).Make(8);
            Catalogue catalogue = Checked(MadeRules.Pack(rules));
            (Plan plan, FactSchema schema) = (Plan.For(catalogue, Judged.Day), catalogue.Schema);
            MadeRow nation = MadeFacts.Nation(dice, dice.Of(0, 2, 3, 6));
            Snapshot snapshot = Read(schema, MadeFacts.Json(nation));
            Assessment assessment = plan.Run(snapshot, new RunOptions
            {
                ForReassessment = true,
                IncludeAll = dice.OneIn(2),
                Threads = 1,
                Waivers = dice.OneIn(2) ? MadeWaivers.Of(dice, catalogue, snapshot) : null,
            });
            for (int step = 0; step < 4; step++)
            {
                SnapshotEdit edit = new(snapshot);
                for (int i = dice.Between(1, 3); i > 0; i--) MadeChange.Make(dice, nation, snapshot, edit);
                snapshot = edit.Build();
                Assessment before = assessment;
                assessment = plan.Reassess(before, snapshot);
                kept += Kept(before, assessment);
                Assert.True(Text(plan.Run(Read(schema, MadeFacts.Json(nation)), Basis(assessment).Options)) == Text(assessment), $"seed {dice.Seed}, step {step}: {MadeFacts.Json(nation)}");
            }
        });
        Assert.True(kept > 500, $"{kept} rules kept what they said");
    }

    [Theory]
    [InlineData("bench")]
    [InlineData("bench-lists")]
    [InlineData("bench-counties")]
    public void Among_many_rows_a_few_changes_give_the_bytes_of_a_full_run(string pack)
    {
        Catalogue catalogue = Inputs.Bench(pack);
        Plan plan = Plan.For(catalogue, Inputs.AsOf);
        Snapshot snapshot = ColumnSnapshot.Make(new MadeUpNation(new NationShape { Schools = 300, Regions = 7, MissingPercent = 5 }), catalogue.Schema);
        Assessment assessment = plan.Run(snapshot, new RunOptions { ForReassessment = true });
        Dice dice = new(5);
        for (int step = 0; step < 6; step++)
        {
            SnapshotEdit edit = new(snapshot);
            for (int i = dice.Between(1, 4); i > 0; i--) Copy(dice, snapshot, edit, pack == "bench" ? dice.Of("class", "class", "school") : "class");
            snapshot = edit.Build();
            Assessment before = assessment;
            assessment = plan.Reassess(before, snapshot);
            Assert.True(Kept(before, assessment) > 0);
            Assert.Equal(Text(plan.Run(snapshot)), Text(assessment));
        }
    }

    [Theory]
    [InlineData("class", "\"require\": \"school.classes.count(c, c.n > 2) <= 1\"")]
    [InlineData("class", "\"require\": \"region.classes.count(c, c.n > 2) <= 1\"")]
    [InlineData("class", "\"require\": \"n <= school.sn\"")]
    [InlineData("class", "\"require\": \"[n, 1] == [9, 1]\"")]
    [InlineData("year_group", "\"require\": \"classes.all(c, c.n <= 2)\"")]
    [InlineData("year_group", "\"require\": \"classes.exists(c, c.school.classes.count(d, d.n > 2) > 1)\"")]
    [InlineData("school", "\"share\": { \"of\": \"classes\", \"rule\": \"a/other\", \"min\": 60 }")]
    [InlineData("region", "\"require\": \"year_groups.all(g, g.classes.all(c, c.n <= 2))\"")]
    [InlineData("region", "\"require\": \"classes.count(c, c.n > c.school.sn) < 2\"")]
    public void A_rule_sees_a_change_wherever_it_reads_it(string subject, string kind)
    {
        string other = PackText.Rule("other", "\"require\": \"n <= 2\"");
        Plan plan = Planned(PackText.Pack(facts: YearGroupFacts, rules: $"[{PackText.Rule("r", kind, subject: subject)}, {other}]"), out FactSchema schema);
        Snapshot first = Read(schema, """
            { "schemaVersion": 1, "covers": ["370322"], "schools": [
              { "id": "s", "region": "370322", "sn": 3, "classes": [ { "id": "1", "grade": 1, "n": 1 }, { "id": "2", "grade": 1, "n": 2 }, { "id": "3", "grade": 2, "n": 3 } ] },
              { "id": "t", "region": "370322", "sn": 1, "classes": [ { "id": "1", "grade": 1, "n": 1 }, { "id": "2", "grade": 2, "n": 1 } ] } ] }
            """);
        foreach ((string table, string field) in ((string, string)[])[("class", "n"), ("school", "sn")])
        {
            for (int row = 0; row < first.Table(table).Count; row++)
            {
                SnapshotEdit edit = new(first);
                Assert.True(edit.Table(table).SetNumber(row, field, 9));
                Snapshot changed = edit.Build();
                RunOptions options = new() { ForReassessment = true, IncludeAll = true };
                Assert.Equal(Text(plan.Run(changed, options)), Text(plan.Reassess(plan.Run(first, options), changed)));
            }
        }
    }

    [Fact]
    public void Without_what_is_kept_with_other_rows_and_with_earlier_facts_everything_is_judged()
    {
        Plan plan = Planned(PackText.Pack(rules: $"[{PackText.Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }")}]"), out FactSchema schema);
        Snapshot one = Read(schema, Judged.School("{ \"id\": \"1\", \"enrolment\": 40 }"));
        Snapshot two = Read(schema, Judged.School("{ \"id\": \"1\", \"enrolment\": 50 }, { \"id\": \"2\", \"enrolment\": 60 }"));
        Assert.Equal(Text(plan.Run(two)), Text(plan.Reassess(plan.Run(one), two)));
        Assert.Equal(Text(plan.Run(two)), Text(plan.Reassess(plan.Run(one, new RunOptions { ForReassessment = true }), two)));
        RunOptions beside = new() { ForReassessment = true, Previous = one };
        Assert.Equal(Text(plan.Run(two, beside)), Text(plan.Reassess(plan.Run(one, beside), two)));
    }

    [Fact]
    public void Facts_that_did_not_change_keep_everything_that_was_said()
    {
        Plan plan = Planned(PackText.Pack(rules: $"[{PackText.Rule()}]"), out FactSchema schema);
        Assessment before = plan.Run(Read(schema, Judged.School("{ \"id\": \"1\", \"bright\": true }")), new RunOptions { ForReassessment = true });
        Assert.Equal(1, Kept(before, plan.Reassess(before, Read(schema, Judged.School("{ \"id\": \"1\", \"bright\": true }")))));
    }

    [Fact]
    public void Rows_that_do_not_have_a_counted_rule_change_nothing_of_it_beside_such_that_do()
    {
        string rules = $"[{PackText.Rule("counted", "\"require\": \"n <= 2\"")}, {PackText.Rule("share", "\"share\": { \"of\": \"classes\", \"rule\": \"a/counted\", \"min\": 60 }", subject: "school")}]";
        Plan plan = Planned(PackText.Pack(facts: YearGroupFacts, rules: rules, more: ", \"template\": true"), out FactSchema schema);
        Snapshot first = Read(schema, """
            { "schemaVersion": 1, "covers": ["370322"], "schools": [
              { "id": "s", "region": "370322", "packs": ["a"], "classes": [ { "id": "1", "n": 1 } ] },
              { "id": "t", "region": "370322", "classes": [ { "id": "1", "n": 1 } ] },
              { "id": "u", "region": "370322", "packs": ["a"], "classes": [ { "id": "1", "n": 1 } ] } ] }
            """);
        Assessment before = plan.Run(first, new RunOptions { ForReassessment = true });
        Assert.Equal((4, 0, 0, 0), Judged.Counts(before));
        SnapshotEdit edit = new(first);
        Assert.True(edit.Table("class").SetNumber(0, "n", 2));
        Assert.True(edit.Table("class").SetNumber(2, "n", 2));
        Assert.Equal(2, Kept(before, plan.Reassess(before, edit.Build())));
    }

    [Fact]
    public void An_assessment_of_another_plan_is_refused()
    {
        Plan plan = Planned(PackText.Pack(rules: $"[{PackText.Rule()}]"), out FactSchema schema);
        Plan other = Planned(PackText.Pack(rules: $"[{PackText.Rule()}]"), out FactSchema otherSchema);
        Snapshot snapshot = Read(schema, Judged.School("{ \"id\": \"1\" }"));
        Assessment foreign = other.Run(Read(otherSchema, Judged.School("{ \"id\": \"1\" }")));
        Assert.Equal("previous", Assert.Throws<ArgumentException>(() => plan.Reassess(foreign, snapshot)).ParamName);
        Assert.Equal("snapshot", Assert.Throws<ArgumentException>(() => other.Reassess(foreign, snapshot)).ParamName);
    }

    private static void Copy(Dice dice, Snapshot snapshot, SnapshotEdit edit, string name)
    {
        FactTable table = snapshot.Table(name);
        NumberColumn column = dice.Pick([.. table.Columns.OfType<NumberColumn>().Where(c => c.Field.Name != "grade")]);
        (int from, int to) = (dice.Between(0, table.Count - 1), dice.Between(0, table.Count - 1));
        if (column.IsKnown(from)) Assert.True(edit.Table(name).SetNumber(to, column.Field.Name, column[from]));
        else edit.Table(name).Clear(to, column.Field.Name);
    }

    private static RunBasis Basis(Assessment assessment) => Assert.IsType<RunBasis>(assessment.Basis);

    private static int Kept(Assessment before, Assessment after) =>
        Basis(before).Verdicts!.Bits.Zip(Basis(after).Verdicts!.Bits).Count(b => ReferenceEquals(b.First, b.Second));

    private static Plan Planned(string pack, out FactSchema schema)
    {
        Catalogue catalogue = Checked(pack);
        schema = catalogue.Schema;
        return Plan.For(catalogue, Judged.Day);
    }

    private static Catalogue Checked(string pack)
    {
        using TempPacks folder = TempPacks.One(pack);
        Checked<Catalogue> catalogue = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value);
        Assert.True(catalogue.IsValid, string.Join("; ", catalogue.Diagnostics));
        return catalogue.Value;
    }

    private static Snapshot Read(FactSchema schema, string json) =>
        new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(json)), "made.json").Read(schema, new SnapshotOptions(), CancellationToken.None).Value;

    private static string Text(Assessment assessment) => Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), assessment));
}
