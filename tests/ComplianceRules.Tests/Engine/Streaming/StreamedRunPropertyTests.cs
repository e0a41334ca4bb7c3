using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Engine.Waiving;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Engine.Streaming;

/// <summary>A run that goes by schools must say what a run over everything at once says.</summary>
public sealed class StreamedRunPropertyTests
{
    private const int Packs = 60;

    [Fact]
    public void A_run_by_schools_gives_the_report_of_a_run_over_everything()
    {
        int chunked = 0;
        int skipped = 0;
        int together = 0;
        int gathered = 0;
        Dice.Check(Packs, dice =>
        {
            Catalogue catalogue = MadeWholeRules.Catalogue(dice);
            Plan plan = Plan.For(catalogue, Judged.Day);
            RunOptions options = new() { IncludeAll = dice.OneIn(3), IncludePersonal = dice.OneIn(3), Rules = dice.OneIn(3) ? Local(catalogue) : [], Only = dice.OneIn(6) ? RegionCode.Parse("370300") : null, Threads = 1 };
            for (int i = 0; i < 3; i++)
            {
                ISnapshotSource source = new MadeData(dice).Source();
                SnapshotOptions reading = new() { SkipMalformed = !dice.OneIn(5), DefaultRegion = dice.OneIn(5) ? RegionCode.Parse("370300") : null };
                KeptFindings kept = new();
                Checked<Snapshot> whole = source.Read(catalogue.Schema, reading, CancellationToken.None);
                options = options with { Waivers = whole.IsValid && dice.OneIn(2) ? MadeWaivers.Of(dice, catalogue, whole.Value) : null };
                Checked<Assessment> streamed = new StreamedRun(plan, kept, options, reading, CancellationToken.None) { RowsOfChunk = dice.Between(1, 6), RowsAtOnce = dice.Of(1, 20, 1_000_000) }.Run(source);
                Assert.Equal(Texts(whole.Diagnostics), Texts(streamed.Diagnostics));
                Assert.Equal(whole.IsValid, streamed.IsValid);
                if (!whole.IsValid)
                {
                    Assert.Equal(0, kept.Times);
                    continue;
                }

                AssertSame(plan.Run(whole.Value, options), streamed.Value with { Findings = kept.InOrder }, dice.Seed);
                chunked += options.Rules.IsEmpty || kept.Times <= 2 ? 0 : 1;
                gathered += options.Rules.IsEmpty && kept.Subjects.Contains(BaseTables.Region) ? 1 : 0;
                skipped += whole.Value.Data.Skipped.IsEmpty ? 0 : 1;
                together += kept.InOrder.Any(f => f.Subject is null) ? 1 : 0;
            }
        });
        Assert.True(chunked > Packs / 2 && gathered > Packs / 4 && skipped > Packs / 2 && together > Packs / 4, $"{chunked} went by chunks alone, {gathered} had findings of regions, {skipped} skipped records, {together} had findings for all rows");
    }

    private static void AssertSame(Assessment whole, Assessment streamed, int seed)
    {
        Assert.Equal(whole.Data.Rows, streamed.Data.Rows);
        Assert.Equal(Texts(whole.Data.Skipped), Texts(streamed.Data.Skipped));
        Assert.Equal(Texts(whole.Data.Issues), Texts(streamed.Data.Issues));
        Assert.Equal<IEnumerable<string>>(whole.Data.Unreported, streamed.Data.Unreported);
        Assert.Equal(whole.Data.SchoolsWithoutRegion, streamed.Data.SchoolsWithoutRegion);
        Assert.Equal<IEnumerable<RuleSummary>>(whole.Rules, streamed.Rules);
        Assert.Equal<IEnumerable<PersonalCount>>(whole.PersonalCounts, streamed.PersonalCounts);
        Assert.Equal<IEnumerable<string>>(whole.NotInForce, streamed.NotInForce);
        Assert.True(Report(whole) == Report(streamed), $"seed {seed}:\n{Report(whole)}\n{Report(streamed)}");
    }

    private static ImmutableArray<string> Local(Catalogue catalogue) =>
        [.. catalogue.Rules.Where(r => ChunkableRules.Has(r, catalogue.Schema)).Select(r => r.FullId).DefaultIfEmpty("a/r0")];

    private static IEnumerable<string> Texts(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(d => d.ToString());

    // A run by schools never has all rows at hand.
    private static string Report(Assessment assessment) => Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), assessment with { Subjects = null }));
}
