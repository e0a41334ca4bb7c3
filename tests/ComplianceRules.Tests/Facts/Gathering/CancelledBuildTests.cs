using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>The making of a snapshot is stopped wherever it is.</summary>
public sealed class CancelledBuildTests
{
    [Fact]
    public void A_build_ends_at_the_look_at_which_it_is_cancelled()
    {
        int looks = LooksOf(300);
        for (int last = 1; last <= looks; last++)
        {
            using CancellationTokenSource stop = new();
            int looked = 0;
            SnapshotBuilder builder = Filled(300, new CancellationWatch(stop.Token)
            {
                Looking = () =>
                {
                    if (++looked == last) stop.Cancel();
                },
            });
            Assert.Throws<OperationCanceledException>(() => builder.Build());
            Assert.Equal(last, looked);
            Assert.Throws<OperationCanceledException>(() => builder.Build());
        }
    }

    [Fact]
    public void Every_loop_over_rows_looks_again_after_some_thousand_of_them()
    {
        // Orphans; classes by school, twice; year groups, twice; the order, three times; ids, twice.
        const int Loops = 10;
        Assert.True(LooksOf(140_000) >= LooksOf(300) + (2 * Loops), $"{LooksOf(300)} and {LooksOf(140_000)} looks");
    }

    [Fact]
    public void A_token_given_to_a_source_stops_the_build()
    {
        using CancellationTokenSource stop = new();
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions()) { Cancellation = stop.Token };
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => builder.Build());
    }

    private static int LooksOf(int rows)
    {
        int looked = 0;
        Assert.True(Filled(rows, new CancellationWatch(CancellationToken.None) { Looking = () => looked++ }).Build().IsValid);
        return looked;
    }

    // Classes come in turns, so that they have to be sorted; some rows are left out.
    private static SnapshotBuilder Filled(int rows, CancellationWatch watch)
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions()) { Watch = watch };
        int schools = rows / 20;
        for (int school = 0; school <= schools; school++)
        {
            int row = builder.Table("school").Add($"s{school}", builder.Region(RegionCode.Parse("370322")));
            builder.Table("school").ReportList(row, "classes");
        }

        builder.Table("school").Rows.Remove(schools);
        TableBuilder classes = builder.Table("class");
        for (int i = 0; i < rows; i++)
        {
            int row = classes.Add($"c{i}", i % (schools + 1));
            classes.SetNumber(row, SampleFacts.Field("class", "grade"), i % 9);
            if (i % 3 > 0) classes.SetNumber(row, SampleFacts.Field("class", "enrolment"), i % 50);
        }

        return builder;
    }
}
