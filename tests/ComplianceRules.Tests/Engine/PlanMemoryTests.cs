using System.Runtime.CompilerServices;
using ComplianceRules.Benchmarks;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Engine;

/// <summary>What a plan keeps: room to judge in, and nothing that was judged.</summary>
public sealed class PlanMemoryTests
{
    [Theory]
    [InlineData("bench", 1)]
    [InlineData("bench", 2)]
    [InlineData("bench-lists", 1)]
    [InlineData("bench-counties", 1)]
    public void A_snapshot_that_was_judged_is_let_go_while_its_plan_lives(string pack, int threads)
    {
        Plan plan = Plan.For(Inputs.Bench(pack), Inputs.AsOf);
        WeakReference[] judged = [Judged(plan, threads), Judged(plan, threads)];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.All(judged, snapshot => Assert.False(snapshot.IsAlive));
        GC.KeepAlive(plan);
    }

    // In a method of its own, so that no local variable keeps the snapshot.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Judged(Plan plan, int threads)
    {
        Snapshot snapshot = ColumnSnapshot.Make(new MadeUpNation(new NationShape { Schools = 60, Regions = 3, MissingPercent = 10 }), plan.Schema);
        RunOptions options = new() { Threads = threads };
        for (int run = 0; run < 2; run++)
        {
            using Judgement judgement = plan.Judge(snapshot, options);
            Assert.NotEqual(0, judgement.CountsOf(0).Total);
        }

        Assert.NotEmpty(plan.Run(snapshot, options).Rules);
        return new WeakReference(snapshot);
    }
}
