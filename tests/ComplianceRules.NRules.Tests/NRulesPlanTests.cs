using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.NRules.Tests;

public sealed class NRulesPlanTests
{
    // What other facts follow from is read from files only.
    private static readonly string[] Followed = ["stage", "grade", "schooling_system"];

    private static readonly RunOptions Everything = new() { IncludeAll = true, IncludePersonal = true };

    [Fact]
    public void A_district_gets_the_findings_of_the_library_by_small_packs() => AssertAlike(Sample.Small, Sample.District(Sample.Small), Everything);

    [Fact]
    public void A_district_gets_the_findings_of_the_library_by_the_packs_that_ship() => AssertAlike(Sample.All, Sample.District(Sample.All), Everything);

    [Fact]
    public void A_county_gets_the_findings_of_the_library_by_the_packs_that_ship() =>
        AssertAlike(Sample.All, Sample.Read(Sample.All, new SpreadsheetSnapshotSource(RepositoryRoot.Combine("samples/county/csv"), "csv")), new RunOptions { Areas = ["class_size", "homework", "sleep"] });

    [Fact]
    public void Whatever_the_facts_are_it_says_what_the_library_says()
    {
        Snapshot district = Sample.District(Sample.Small);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => AssertAlike(Sample.Small, Disturbed(district, seed), Everything)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rules_with_parts_that_it_has_no_words_for_are_named_and_no_others()
    {
        NRulesPlan plan = NRulesPlan.For(Sample.Small, Sample.Day);
        Assert.Contains("cn/class_size.large-share", plan.PartlyInterpreted);
        Assert.DoesNotContain("cn/homework.written", plan.PartlyInterpreted);
        Assert.Equal(Sample.Day, plan.AsOf);
    }

    [Fact]
    public void The_guide_tells_how_many_rules_that_ship_need_no_interpreter()
    {
        int all = Plan.For(Sample.All, Sample.Day).InForce.Select(r => r.FullId).Distinct(StringComparer.Ordinal).Count();
        int whole = all - NRulesPlan.For(Sample.All, Sample.Day).PartlyInterpreted.Length;
        Assert.Contains($"NRules judges {whole} of the {all} rules", File.ReadAllText(RepositoryRoot.Combine("docs/adapters.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_gives_nothing()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NRulesPlan.For(Sample.Small, Sample.Day).Run(Sample.District(Sample.Small), cancellation: stop.Token));
    }

    [Fact]
    public void A_snapshot_of_other_packs_is_refused() =>
        Assert.Throws<ArgumentException>(() => NRulesPlan.For(Sample.Small, Sample.Day).Run(Sample.District(Sample.All)));

    [Fact]
    public void Many_threads_may_judge_by_one_plan()
    {
        NRulesPlan plan = NRulesPlan.For(Sample.Small, Sample.Day);
        Snapshot district = Sample.District(Sample.Small);
        string expected = Sample.Written(Plan.For(Sample.Small, Sample.Day).Run(district));
        string[] seen = new string[8];
        Parallel.For(0, seen.Length, i => seen[i] = Sample.Written(plan.Run(district)));
        Assert.All(seen, text => Assert.Equal(expected, text));
    }

    private static void AssertAlike(Catalogue catalogue, Snapshot snapshot, RunOptions options)
    {
        Assessment expected = Plan.For(catalogue, Sample.Day).Run(snapshot, options);
        Assert.NotEqual(0, expected.Counts.NonCompliant + expected.Counts.Compliant);
        Assert.Equal(Sample.Written(expected), Sample.Written(NRulesPlan.For(catalogue, Sample.Day).Run(snapshot, options)));
    }

    // Some cells are taken away, others get any value that their field may have.
    private static Snapshot Disturbed(Snapshot snapshot, int seed)
    {
        Random random = new(seed);
        SnapshotEdit edit = new(snapshot);
        foreach (FactTable table in snapshot.Tables.Where(t => t.Schema.Name != BaseTables.Region))
        {
            foreach (FactColumn column in table.Columns.Where(c => !Followed.Contains(c.Field.Name)))
            {
                for (int row = 0; row < table.Count; row++)
                {
                    if (random.Next(3) == 0) Disturb(edit.Table(table.Schema.Name), column.Field, row, random);
                }
            }
        }

        return edit.Build();
    }

    private static void Disturb(TableEdit table, FieldSchema field, int row, Random random)
    {
        if (random.Next(4) == 0)
        {
            table.Clear(row, field.Name);
            return;
        }

        switch (field.Type)
        {
            case FieldType.Number when field.Range is { } range:
                double step = field.Step ?? 1;
                table.SetNumber(row, field.Name, double.Parse((range.Low + (step * random.Next(1 + (int)Math.Min(1000, (range.High - range.Low) / step)))).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                break;
            case FieldType.Bool:
                table.SetBool(row, field.Name, random.Next(2) == 0);
                break;
            case FieldType.Enum:
                table.SetText(row, field.Name, field.Options[random.Next(field.Options.Length)].Key);
                break;
            case FieldType.Date:
                table.SetDate(row, field.Name, Sample.Day.AddDays(random.Next(-800, 800)));
                break;
        }
    }
}
