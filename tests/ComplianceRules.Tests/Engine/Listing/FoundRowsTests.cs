using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class FoundRowsTests
{
    [Fact]
    public void Rows_lie_by_verdict_and_within_it_in_ascending_order()
    {
        FoundRows found = FoundRows.Of(new VerdictWords { First = 64, NonCompliant = [0b0110], Undetermined = [0b1000], Compliant = [0b0001], NotApplicable = [0b110000] });
        Assert.Equal(6, found.Count);
        Assert.Equal([65, 66, 67, 64, 68, 69], found.Rows.ToArray());
        Assert.Equal([65, 66], found.NonCompliant.ToArray());
        Assert.Equal([67], found.Undetermined.ToArray());
        Assert.Equal(
            [Verdict.NonCompliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.Compliant, Verdict.NotApplicable, Verdict.NotApplicable],
            Enumerable.Range(0, 6).Select(found.VerdictAt));
    }

    [Fact]
    public void Compliant_and_not_applicable_rows_need_not_be_given()
    {
        FoundRows found = FoundRows.Of(new VerdictWords { First = 0, NonCompliant = [1, 1], Undetermined = [2, 0] });
        Assert.Equal([0, 64, 1], found.Rows.ToArray());
    }

    [Fact]
    public void Undetermined_rows_can_be_left_out()
    {
        FoundRows found = FoundRows.Of(new VerdictWords { First = 0, NonCompliant = [0b1], Undetermined = [0b1110], Compliant = [0b10000], NotApplicable = [0b100000] }).WithUndetermined([2]);
        Assert.Equal([0, 2, 4, 5], found.Rows.ToArray());
        Assert.Equal([2], found.Undetermined.ToArray());
        Assert.Equal([Verdict.NonCompliant, Verdict.Undetermined, Verdict.Compliant, Verdict.NotApplicable], Enumerable.Range(0, 4).Select(found.VerdictAt));
    }

    [Fact]
    public void Rows_without_a_finding_cost_nothing()
    {
        ulong[] few = new ulong[1];
        ulong[] many = new ulong[100_000];
        FoundRows.Of(new VerdictWords { First = 0, NonCompliant = few, Undetermined = few });
        long before = GC.GetAllocatedBytesForCurrentThread();
        FoundRows found = FoundRows.Of(new VerdictWords { First = 0, NonCompliant = many, Undetermined = many });
        Assert.Equal((0L, 0), (GC.GetAllocatedBytesForCurrentThread() - before, found.Count));
    }
}
