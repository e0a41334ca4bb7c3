using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Findings;

public sealed class ShownCountTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "<3")]
    [InlineData(2, "<3")]
    [InlineData(3, "3")]
    [InlineData(1234567, "1234567")]
    public void One_or_two_persons_are_fewer_than_three(long rows, string shown) => Assert.Equal(shown, ShownCount.OfPersons(rows).ToString());

    [Fact]
    public void One_person_and_two_cannot_be_told_apart() => Assert.Equal(ShownCount.OfPersons(1), ShownCount.OfPersons(2));

    [Fact]
    public void Rows_that_are_no_persons_are_counted_exactly() => Assert.Equal("1", ShownCount.Exactly(1).ToString());

    [Fact]
    public void A_sum_tells_no_more_than_its_parts()
    {
        ShownCount few = ShownCount.UnderThree;
        Assert.Equal("<3", few.Plus(ShownCount.Exactly(0)).ToString());
        Assert.Equal("<3", default(ShownCount).Plus(few).ToString());
        Assert.Equal(">=2", few.Plus(few).ToString());
        Assert.Equal(">=6", few.Plus(ShownCount.Exactly(5)).ToString());
        Assert.Equal(">=10", ShownCount.AtLeast(5).Plus(ShownCount.Exactly(5)).ToString());
        Assert.Equal("10", ShownCount.Exactly(5).Plus(ShownCount.Exactly(5)).ToString());
    }
}
