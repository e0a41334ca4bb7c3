using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class ThreeValuedTests
{
    private const string Unknown = "?Absent";

    [Theory]
    [InlineData("T", "T", "true", "true")]
    [InlineData("T", "F", "false", "true")]
    [InlineData("T", "U", Unknown, "true")]
    [InlineData("F", "T", "false", "true")]
    [InlineData("F", "F", "false", "false")]
    [InlineData("F", "U", "false", Unknown)]
    [InlineData("U", "T", Unknown, "true")]
    [InlineData("U", "F", "false", Unknown)]
    [InlineData("U", "U", Unknown, Unknown)]
    public void And_and_or_absorb_an_unknown_where_the_other_side_decides(string left, string right, string and, string or)
    {
        SampleFacts facts = Written.Class(Flags(left, right));
        Assert.Equal(and, Written.Value("flag && other", facts));
        Assert.Equal(or, Written.Value("flag || other", facts));
    }

    [Theory]
    [InlineData("T", "false")]
    [InlineData("F", "true")]
    [InlineData("U", Unknown)]
    public void Not_keeps_an_unknown(string operand, string result) => Assert.Equal(result, Written.Value("!flag", Written.Class(Flags(operand, "T"))));

    [Theory]
    [InlineData("a == b")]
    [InlineData("a != b")]
    [InlineData("a < b")]
    [InlineData("a <= b")]
    [InlineData("a > b")]
    [InlineData("a >= b")]
    [InlineData("a + b")]
    [InlineData("a - b")]
    [InlineData("a * b")]
    [InlineData("a / b")]
    [InlineData("a % b")]
    [InlineData("percent(a, b)")]
    [InlineData("per_100(a, b)")]
    public void An_operator_on_an_unknown_is_unknown(string expression)
    {
        Assert.Equal(Unknown, Written.Value(expression, Written.Class(new SampleRow { ["a"] = 1 })));
        Assert.Equal(Unknown, Written.Value(expression, Written.Class(new SampleRow { ["b"] = 1 })));
        Assert.Equal(Unknown, Written.Value(expression));
        Assert.NotEqual(Unknown, Written.Value(expression, Written.Class(new SampleRow { ["a"] = 1, ["b"] = 1 })));
    }

    [Theory]
    [InlineData("-a")]
    [InlineData("a == a")]
    [InlineData("minutes(a)")]
    [InlineData("year(opened)")]
    [InlineData("opened + days(1)")]
    [InlineData("subjects == ['art']")]
    [InlineData("'art' in subjects")]
    [InlineData("kind == 'special'")]
    [InlineData("name == 'x'")]
    [InlineData("flag == true")]
    [InlineData("flag ? 1 : 1")]
    [InlineData("true ? a : 1")]
    [InlineData("a in []")]
    [InlineData("school.boarding")]
    public void A_missing_fact_is_unknown_wherever_it_is_needed(string expression) => Assert.Equal(Unknown, Written.Value(expression));

    [Theory]
    [InlineData("false ? a : 1", "1")]
    [InlineData("has(a)", "false")]
    [InlineData("has(a) && a > 1", "false")]
    [InlineData("!has(a) || a > 1", "true")]
    [InlineData("1 in [a, 1]", "true")]
    [InlineData("2 in [a, 1]", Unknown)]
    [InlineData("2 in [1, 3]", "false")]
    public void What_does_not_need_a_missing_fact_is_known(string expression, string value) => Assert.Equal(value, Written.Value(expression));

    [Fact]
    public void Has_asks_whether_a_fact_is_known()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["a"] = 0 }], School = new SampleRow { ["boarding"] = false } };
        Assert.Equal("true", Written.Value("has(a)", facts));
        Assert.Equal("true", Written.Value("has(school.boarding)", facts));
        Assert.Equal("false", Written.Value("has(region.population)", facts));
        Assert.Equal("true", Written.Value("has(school.classes)", facts));
        Assert.Equal("false", Written.Value("has(school.classes)", new SampleFacts { ReportsClasses = false }));
    }

    [Fact]
    public void An_unknown_keeps_its_reason()
    {
        Assert.Equal("?OutOfRange", Written.Value("a > 1 && true", Written.Class(new SampleRow { ["a"] = UnknownReason.OutOfRange })));
        Assert.Equal("?NoParent", Written.Value("region.population > 1", new SampleFacts { HasRegion = false }));
        Assert.Equal("?DivisionByZero", Written.Value("a / b", Written.Class(new SampleRow { ["a"] = 1, ["b"] = 0 })));
        Assert.Equal("?DivisionByZero", Written.Value("a % b", Written.Class(new SampleRow { ["a"] = 1, ["b"] = 0 })));
        Assert.Equal("?DivisionByZero", Written.Value("percent(a, b)", Written.Class(new SampleRow { ["a"] = 1, ["b"] = 0 })));
        Assert.Equal("?Overflow", Written.Value("a * a", Written.Class(new SampleRow { ["a"] = 1e151 })));
        Assert.Equal("?Overflow", Written.Value("opened + days(a)", Written.Class(new SampleRow { ["a"] = 1e9, ["opened"] = new DateOnly(2026, 1, 1) })));
        Assert.Equal("?Overflow", Written.Value("999999999999999 * 999999999999999"));
        Assert.Equal("?OutOfRange", Written.Value("starts + minutes(a)", Written.Class(new SampleRow { ["a"] = 0.5, ["starts"] = "08:00" })));
        Assert.Equal("?NoParameter", Written.Value("written_minutes <= param('homework.daily_max')", Written.Class(new SampleRow { ["written_minutes"] = 1 })));
    }

    [Fact]
    public void A_region_above_that_is_not_there_is_unknown()
    {
        TypedExpression above = Written.Typed("region.population > 1", SampleSchema.Scope(BaseTables.Region));
        Assert.Equal("?NoParent", Written.Value(above, new SampleFacts { Region = new SampleRow { ["population"] = 5 } }, BaseTables.Region));
        TypedExpression own = Written.Typed("population > 1", SampleSchema.Scope(BaseTables.Region));
        Assert.Equal("true", Written.Value(own, new SampleFacts { Region = new SampleRow { ["population"] = 5 } }, BaseTables.Region));
    }

    private static SampleRow Flags(string left, string right)
    {
        SampleRow row = [];
        if (left != "U") row["flag"] = left == "T";
        if (right != "U") row["other"] = right == "T";
        return row;
    }
}
