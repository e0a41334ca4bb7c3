using ComplianceRules.Engine;
using ComplianceRules.Findings;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Engine;

public sealed class PersonalMaskTests
{
    [Fact]
    public void Counts_of_three_and_more_are_shown_as_they_are() =>
        Assert.Equal(ShownCounts.Exactly(new VerdictCounts(20, 3, 4, 0, 0)), Masked(20, 3, 4, 0));

    [Theory]
    [InlineData(23, 2, "23 <3")]
    [InlineData(24, 1, "23 <3")]
    [InlineData(2, 23, "<3 23")]
    [InlineData(1, 24, "<3 23")]
    public void Who_knows_how_many_there_are_cannot_tell_one_from_two(int compliant, int broken, string shown)
    {
        ShownCounts counts = Masked(compliant, broken, 0, 0);
        Assert.Equal(shown, $"{counts.Compliant} {counts.NonCompliant}".Replace(">=", string.Empty, StringComparison.Ordinal));
        Assert.Equal("0", counts.Undetermined.ToString());
    }

    [Fact]
    public void A_person_more_or_less_below_three_changes_nothing_that_is_shown() =>
        Prop.ForAll<byte, byte, bool>((large, middle, both) =>
        {
            int most = 10 + large + middle;
            int other = both ? 2 : middle + 3;
            Assert.Equal(Masked(most, 2, other, 0), Masked(most + 1, 1, other, 0));
            Assert.Equal(Masked(other, 2, most, 0), Masked(other, 1, most + 1, 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_shown_is_true() =>
        Prop.ForAll<byte, byte, byte>((compliant, broken, others) =>
        {
            int[] rows = [compliant, broken % 5, others % 4, others % 7];
            ShownCounts shown = Masked(rows[0], rows[1], rows[2], rows[3]);
            ShownCount[] counts = [shown.Compliant, shown.NonCompliant, shown.Undetermined, shown.NotApplicable];
            for (int i = 0; i < rows.Length; i++)
            {
                Assert.Equal(rows[i] is 1 or 2, counts[i].IsUnderThree);
                Assert.True(counts[i].IsExact ? counts[i].Least == rows[i] : counts[i].Least <= rows[i]);
            }
        }).QuickCheckThrowOnFailure();

    private static ShownCounts Masked(int compliant, int broken, int open, int outside) => PersonalMask.Of(new VerdictCounts(compliant, broken, open, outside, 0));
}
