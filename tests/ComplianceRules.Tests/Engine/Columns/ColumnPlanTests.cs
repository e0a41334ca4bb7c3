using System.Runtime.CompilerServices;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

public sealed class ColumnPlanTests
{
    [Fact]
    public void A_plan_that_has_judged_is_let_go_when_nobody_holds_it()
    {
        WeakReference plan = JudgeOnce();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(plan.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference JudgeOnce()
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        Plan plan = Plan.For(catalogue, new DateOnly(2026, 9, 1));
        JsonSnapshotSource source = new(Path.Combine(RepositoryRoot.Path, "samples", "gaoqing", "snapshot.json"));
        plan.Judge(source.Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value).Dispose();
        return new WeakReference(plan);
    }
}
