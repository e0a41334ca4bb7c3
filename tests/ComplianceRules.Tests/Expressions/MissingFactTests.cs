using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class MissingFactTests
{
    [Theory]
    [InlineData("a > 1", "a Absent")]
    [InlineData("a > 1 && b > 1", "a Absent, b Absent")]
    [InlineData("b > 1 && a > 1 && a > 2", "a Absent, b Absent")]
    [InlineData("a > 1 && c > 100", "")]
    [InlineData("a > 1 || c < 100", "")]
    [InlineData("(a > 1 && c > 100) || b > 1", "b Absent")]
    [InlineData("a > 1 && c < 100", "a Absent")]
    [InlineData("c > 1", "")]
    [InlineData("flag ? a > 1 : b > 1", "a Absent, b Absent, flag Absent")]
    [InlineData("c > 1 ? a > 1 : b > 1", "a Absent")]
    [InlineData("c > 9 ? a > 1 : b > 1", "b Absent")]
    [InlineData("a in [b, 1]", "a Absent, b Absent")]
    [InlineData("1 in [b, 2]", "b Absent")]
    [InlineData("1 in [b, 1]", "")]
    [InlineData("minutes(a) - minutes(b) > -5", "a Absent, b Absent")]
    [InlineData("!(school.boarding || -a > 1)", "a Absent, school.boarding Absent")]
    [InlineData("'art' in subjects && has(a)", "")]
    [InlineData("enrolment <= param('class.limit')", "enrolment OutOfRange, stage Absent")]
    [InlineData("c / 0.0 > 1", "c / 0.0 DivisionByZero")]
    public void Only_the_facts_that_can_still_decide_are_missing(string expression, string missing) =>
        Assert.Equal(missing, Written.Missing(Written.Typed(expression), Written.Class(new SampleRow { ["c"] = 5, ["enrolment"] = UnknownReason.OutOfRange })));

    [Fact]
    public void A_row_above_that_is_not_known_is_the_reason() =>
        Assert.Equal("region.population NoParent", Written.Missing(Written.Typed("region.population > 1"), new SampleFacts { HasRegion = false }));

    [Fact]
    public void Facts_of_children_are_counted_by_row_and_reason_and_the_subjects_once()
    {
        ChildListPath classes = new(new RowPath(0, BaseTables.School), "classes", BaseTables.Class);
        TypedExpression where = In("kind == 'ordinary'");
        TypedExpression that = In("a > 1 && (a > 2 || school.boarding)");
        ShareComparisonExpression share = new(ComparisonOperator.Greater, new ChildShareExpression(classes, where, that), Written.Typed("50"));
        SampleFacts facts = new()
        {
            Classes =
            [
                new SampleRow { ["kind"] = "ordinary" },
                new SampleRow { ["kind"] = "ordinary", ["a"] = 3 },
                new SampleRow { ["kind"] = "special" },
                new SampleRow { ["a"] = UnknownReason.WrongType },
                new SampleRow { ["a"] = 2 },
            ],
        };
        Assert.Equal("boarding Absent, classes.a Absent, classes.a WrongType, classes.kind Absent x2", Written.Missing(share, facts, BaseTables.School));
        LogicExpression twice = new(true, share, share);
        Assert.Equal("boarding Absent, classes.a Absent, classes.a WrongType, classes.kind Absent x2", Written.Missing(twice, facts, BaseTables.School));
        Assert.Equal("classes.kind Absent x2", Written.Missing(new AnyChildExpression(classes, In("kind == 'special' && false || kind != kind")), facts, BaseTables.School));
    }

    [Fact]
    public void A_decided_share_misses_nothing()
    {
        ChildListPath classes = new(new RowPath(0, BaseTables.School), "classes", BaseTables.Class);
        ChildShareExpression share = new(classes, In("true"), In("flag"));
        SampleFacts facts = new() { Classes = [new SampleRow { ["flag"] = true }, new SampleRow { ["flag"] = true }, []] };
        Assert.Equal(string.Empty, Written.Missing(new ShareComparisonExpression(ComparisonOperator.Greater, share, Written.Typed("50")), facts, BaseTables.School));
        Assert.Equal("classes.flag Absent", Written.Missing(new ShareComparisonExpression(ComparisonOperator.Greater, share, Written.Typed("70")), facts, BaseTables.School));
    }

    [Fact]
    public void A_fact_above_a_child_goes_by_the_list()
    {
        ChildListPath classes = new(new RowPath(0, BaseTables.Region), "classes", BaseTables.Class);
        TypedExpression boarding = Written.Typed("school.boarding", SampleSchema.Scope(BaseTables.Region, BaseTables.Class));
        Assert.Equal("classes.school.boarding Absent x2", Written.Missing(new AnyChildExpression(classes, boarding), new SampleFacts { Classes = [[], []] }, BaseTables.Region));
    }

    private static TypedExpression In(string expression) => Written.Typed(expression, SampleSchema.Scope(BaseTables.School, BaseTables.Class));
}
