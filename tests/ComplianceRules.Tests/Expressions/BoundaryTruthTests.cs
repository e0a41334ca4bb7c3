using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Where rules of schools are decided by one pupil, one minute or one hundredth, and other tools go wrong.</summary>
public sealed class BoundaryTruthTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(14)]
    [InlineData(28)]
    [InlineData(55)]
    [InlineData(56)]
    public void So_many_of_a_hundred_are_at_most_so_many_per_cent(int k)
    {
        SampleFacts facts = Written.Class(new SampleRow { ["a"] = k, ["b"] = 100 });
        Assert.Equal("true", Written.Value($"a / b * 100 <= {k}", facts));
        Assert.Equal("true", Written.Value($"percent(a, b) == {k}", facts));
        Assert.Equal("false", Written.Value($"a / b * 100 < {k}", facts));
    }

    [Fact]
    public void A_tenth_and_two_tenths_are_three_tenths()
    {
        SampleFacts facts = Written.Class(new SampleRow { ["a"] = 0.1, ["b"] = 0.2, ["c"] = 0.3 });
        Assert.Equal("true", Written.Value("a + b - c <= 0", facts));
        Assert.Equal("true", Written.Value("a + b == c", facts));
        Assert.Equal("0", Written.Value("a + b - c", facts));
    }

    [Theory]
    [InlineData("classes.share(c, c.flag) <= 33.3333333333333", "false")]
    [InlineData("classes.share(c, c.flag) <= 100 / 3.0", "UnitsDiffer")]
    [InlineData("classes.share(c, c.flag) <= percent(1, 3)", "true")]
    [InlineData("classes.share(c, c.flag) >= percent(1, 3)", "true")]
    [InlineData("classes.share(c, c.flag) < percent(1, 3)", "false")]
    public void A_share_of_exactly_the_limit_is_within_it(string expression, string answer)
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["flag"] = true }, new SampleRow { ["flag"] = false }, new SampleRow { ["flag"] = false }] };
        TypedExpression? typed = RangeSight.Typed(expression, BaseTables.School);
        Assert.Equal(answer, typed is null ? "UnitsDiffer" : Written.Value(typed, facts, BaseTables.School));
    }

    [Theory]
    [InlineData("classes.count(c, c.flag) / classes.size()", "0.666666666666667")]
    [InlineData("classes.count(c, c.flag) / classes.size() * 3 == 2", "true")]
    [InlineData("classes.count(c, c.flag) / classes.size() > 0.5", "true")]
    public void A_count_over_a_size_is_no_whole_number(string expression, string answer)
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["flag"] = true }, new SampleRow { ["flag"] = true }, new SampleRow { ["flag"] = false }] };
        Assert.Equal(answer, OfSchool(expression, facts));
    }

    [Fact]
    public void Half_past_midnight_is_later_than_twenty_past_nine_for_bedtimes()
    {
        SampleFacts facts = Written.Class(new SampleRow { ["lights_out"] = "00:30" });
        Assert.Equal("true", Written.Value("lights_out > time('21:20')", facts));
        Assert.Equal("false", Written.Value("lights_out <= time('21:20')", facts));
        Assert.Equal("190", Written.Value("lights_out - time('21:20')", facts));
        Assert.Equal("false", Written.Value("time('00:30') > lights_out", facts));
    }

    [Theory]
    [InlineData("classes.all(c, c.flag)")]
    [InlineData("classes.all(c, true)")]
    [InlineData("classes.size() == 0")]
    [InlineData("!classes.exists(c, c.flag)")]
    [InlineData("classes.count(c, c.flag) == 0")]
    [InlineData("classes.map(c, c.a).sum() == 0")]
    public void A_list_that_was_not_reported_never_passes(string expression)
    {
        Assert.Equal("?NotReported", OfSchool(expression, new SampleFacts { ReportsClasses = false }));
        Assert.Equal("true", OfSchool(expression, new SampleFacts { Classes = [] }));
    }

    private static string OfSchool(string expression, SampleFacts facts) => Written.Value(Written.Typed(expression, SampleSchema.Scope(BaseTables.School)), facts, BaseTables.School);
}
