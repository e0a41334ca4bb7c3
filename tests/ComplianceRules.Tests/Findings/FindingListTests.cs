using ComplianceRules.Findings;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Findings;

public sealed class FindingListTests
{
    private static readonly Finding First = SampleAssessment.Full.Findings[0];
    private static readonly Finding Second = SampleAssessment.Full.Findings[1];
    private static readonly Finding Third = SampleAssessment.Full.Findings[2];

    [Fact]
    public void A_list_of_given_findings_holds_those_in_their_order()
    {
        FindingList list = [First, Second];
        Assert.Equal(2, list.Count);
        Assert.Same(First, list[0]);
        Assert.Same(Second, list[1]);
        Assert.Equal([First, Second], list);
    }

    [Fact]
    public void A_list_of_none_is_empty()
    {
        FindingList list = [];
        Assert.Empty(list);
        Assert.Empty(FindingList.Empty);
        Assert.Equal((0, 0), (list.Count, FindingList.Of(Enumerable.Empty<Finding>()).Count));
    }

    [Fact]
    public void A_list_goes_through_what_it_is_made_of_once()
    {
        int asked = 0;
        FindingList list = FindingList.Of(Enumerable.Range(0, 3).Select(_ => { asked++; return First; }));
        Assert.Equal([First, First, First], list);
        Assert.Equal(3, asked);
    }

    [Fact]
    public void Segments_follow_each_other_and_empty_ones_do_not_count()
    {
        FindingList list = new([Given(), Given(First), Given(), Given(), Given(Second, Third), Given()]);
        Assert.Equal(3, list.Count);
        Assert.Equal([First, Second, Third], list);
        Assert.Equal([First, Second, Third], Enumerable.Range(0, 3).Select(i => list[i]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_finding_that_is_not_there_is_refused(int index)
    {
        FindingList list = [First, Second];
        Assert.Throws<ArgumentOutOfRangeException>(() => list[index]);
    }

    [Fact]
    public void No_finding_may_be_null()
    {
        Assert.Throws<ArgumentException>(() => FindingList.Of([First, null!]));
        Assert.Throws<ArgumentNullException>(() => FindingList.Of((IEnumerable<Finding>)null!));
    }

    private static GivenFindings Given(params Finding[] findings) => new([.. findings]);
}
