using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class ChildListTests
{
    private static readonly ChildListPath Classes = new(new RowPath(0, BaseTables.School), "classes", BaseTables.Class);

    [Theory]
    [InlineData("TT TT TF", "66.6666666666667")]
    [InlineData("TT FT FF", "100")]
    [InlineData("TF FT", "0")]
    [InlineData("TT TU", "?Absent")]
    [InlineData("TT UT", "100")]
    [InlineData("TT UF", "?Absent")]
    [InlineData("TF UF", "0")]
    [InlineData("TT FU", "100")]
    [InlineData("FT FF", "?NoRows")]
    [InlineData("UT", "?Absent")]
    [InlineData("", "?NoRows")]
    public void A_share_is_known_only_where_every_way_gives_the_same(string rows, string share) =>
        Assert.Equal(share, Written.Value(Share(), Facts(rows), BaseTables.School));

    [Theory]
    [InlineData("TT TT TF TU", ">=", 50, "true")]
    [InlineData("TT TT TF TU", ">=", 75, "?Absent")]
    [InlineData("TT TT TF TU", ">=", 76, "false")]
    [InlineData("TT TT TF TU", ">", 50, "?Absent")]
    [InlineData("TT TT TF TU", "<", 50, "false")]
    [InlineData("TT TT TF TU", "<=", 75, "true")]
    [InlineData("TT TT TF TU", "==", 60, "?Absent")]
    [InlineData("TT TT TF TU", "==", 80, "false")]
    [InlineData("TT TT TF TU", "!=", 60, "?Absent")]
    [InlineData("TT TT TF TU", "!=", 80, "true")]
    [InlineData("TT TF", "==", 50, "true")]
    [InlineData("TT TF UF", ">=", 33, "true")]
    [InlineData("TT TF UF", ">=", 34, "?Absent")]
    [InlineData("TT TF UF", ">", 50, "false")]
    [InlineData("TT TF UT", "<", 50, "false")]
    [InlineData("TT TF UT", "<=", 66, "?Absent")]
    [InlineData("TT TF UT", "<=", 67, "true")]
    [InlineData("TT TF UU", ">=", 33, "true")]
    [InlineData("TT TF UU", "<=", 67, "true")]
    [InlineData("TT TF UU", "<=", 50, "?Absent")]
    [InlineData("UF UF", "<", 100, "?Absent")]
    [InlineData("FT", ">=", 0, "?NoRows")]
    public void A_share_is_decided_where_the_whole_interval_is_on_one_side(string rows, string sign, int limit, string value)
    {
        ComparisonOperator comparison = Assert.IsType<ComparisonExpression>(Written.Typed($"a {sign} b")).Operator;
        Assert.Equal(value, Written.Value(new ShareComparisonExpression(comparison, Share(), Written.Typed($"{limit}")), Facts(rows), BaseTables.School));
    }

    [Theory]
    [InlineData("TF FT", "true")]
    [InlineData("FT FT", "false")]
    [InlineData("FT UT", "?Absent")]
    [InlineData("UT TT", "true")]
    [InlineData("", "false")]
    public void Any_child_is_true_if_one_is(string rows, string value) => Assert.Equal(value, Written.Value(Any(), Facts(rows), BaseTables.School));

    [Fact]
    public void A_list_that_was_not_reported_leaves_all_unknown()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["flag"] = true, ["other"] = true }], ReportsClasses = false };
        Assert.Equal("?NotReported", Written.Value(Share(), facts, BaseTables.School));
        Assert.Equal("?NotReported", Written.Value(Any(), facts, BaseTables.School));
        Assert.Equal("?NotReported", Written.Value(AtLeast("50"), facts, BaseTables.School));
        Assert.Equal("classes NotReported", Written.Missing(AtLeast("50"), facts, BaseTables.School));
        Assert.Equal("false", Written.Value(Written.Typed("has(classes)", SampleSchema.Scope(BaseTables.School)), facts, BaseTables.School));
    }

    [Fact]
    public void A_limit_that_is_not_known_leaves_the_comparison_unknown()
    {
        Assert.Equal("?Absent", Written.Value(AtLeast("percent(region.population, 5)"), Facts("TT"), BaseTables.School));
        Assert.Equal("region.population Absent", Written.Missing(AtLeast("percent(region.population, 5)"), Facts("TT"), BaseTables.School));
    }

    [Fact]
    public void A_share_by_rule_asks_for_the_verdict_of_each_child()
    {
        ChildShareExpression share = new(Classes, new RuleAppliesExpression("p/r"), new RuleVerdictExpression("p/r"));
        SampleVerdicts verdicts = new() { AppliesTo = { [0] = true, [1] = true, [2] = false, [3] = true }, HoldsFor = { [0] = true, [1] = false, [2] = false, [3] = true } };
        Assert.Equal("66.6666666666667", Written.Value(share, Facts("TT TT TT TT"), BaseTables.School, verdicts));
        verdicts.HoldsFor.Remove(3);
        Assert.Equal("?Absent", Written.Value(share, Facts("TT TT TT TT"), BaseTables.School, verdicts));
    }

    [Fact]
    public void A_rule_is_asked_about_the_subject_outside_a_list()
    {
        SampleVerdicts verdicts = new() { HoldsFor = { [0] = true } };
        Assert.Equal("true", Written.Value(new RuleVerdictExpression("p/r"), new SampleFacts(), BaseTables.School, verdicts));
    }

    [Theory]
    [InlineData("['art']", "subjects", "true")]
    [InlineData("['art', 'music']", "subjects", "false")]
    [InlineData("[]", "subjects", "true")]
    [InlineData("['art']", "school.stages", "?Absent")]
    public void A_set_lies_within_another(string inner, string outer, string value)
    {
        string[] members = inner.Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries);
        TypedExpression set = new LiteralExpression(Written.Typed("subjects").Type, SetValue.Of(members.Select(m => m.Trim('\''))));
        Assert.Equal(value, Written.Value(new SetComparisonExpression(set, Written.Typed(outer)), Written.Class(new SampleRow { ["subjects"] = "art sport" })));
    }

    private static ShareComparisonExpression AtLeast(string limit) =>
        new(ComparisonOperator.GreaterOrEqual, Share(), Written.Typed(limit, SampleSchema.Scope(BaseTables.School)));

    private static ChildShareExpression Share() => new(Classes, Field("flag"), Field("other"));

    private static AnyChildExpression Any() => new(Classes, Field("flag"));

    private static TypedExpression Field(string name) => Written.Typed(name, SampleSchema.Scope(BaseTables.School, BaseTables.Class));

    // One class a word: its flag (where), then its other flag (that).
    private static SampleFacts Facts(string rows)
    {
        string[] words = rows.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new SampleFacts { Classes = [.. words.Select(w => Row(w[0], w[1]))] };
    }

    private static SampleRow Row(char flag, char other)
    {
        SampleRow row = [];
        if (flag != 'U') row["flag"] = flag == 'T';
        if (other != 'U') row["other"] = other == 'T';
        return row;
    }
}
