using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class ParameterTests
{
    [Fact]
    public void A_parameter_has_the_value_in_force()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["written_minutes"] = 60 }], Parameters = { [("homework.daily_max", null)] = Number(60) } };
        Assert.Equal("true", Written.Value("written_minutes <= param('homework.daily_max')", facts));
        Assert.Equal("60", Written.Value("param('homework.daily_max')", facts));
    }

    [Theory]
    [InlineData("primary", "45")]
    [InlineData("junior", "50")]
    [InlineData("senior", "?NoParameter")]
    [InlineData(null, "?Absent")]
    public void A_keyed_parameter_goes_by_the_subjects_field(string? stage, string value)
    {
        SampleFacts facts = Keyed(stage is null ? [] : new SampleRow { ["stage"] = stage });
        Assert.Equal(value, Written.Value("param('class.limit')", facts));
        Assert.Equal("50", Written.Value("param('class.limit', 'junior')", facts));
    }

    [Fact]
    public void A_keyed_parameter_goes_by_the_nearest_row_that_has_the_field()
    {
        SampleFacts facts = new() { Region = new SampleRow { ["level"] = "county" }, Parameters = { [("by.level", "county")] = Number(7) } };
        Assert.Equal("7", Written.Value("param('by.level')", facts));
    }

    [Fact]
    public void Inside_a_list_a_keyed_parameter_still_goes_by_the_subject()
    {
        ParameterExpression inList = Assert.IsType<ParameterExpression>(Written.Typed("param('by.level')", SampleSchema.Scope(BaseTables.School, BaseTables.Class)));
        Assert.Equal(new RowPath(0, "region"), Assert.IsType<FieldExpression>(inList.Key).Row);
        Assert.StartsWith("CR2030: ", Written.Problem("param('class.limit')", SampleSchema.Scope(BaseTables.School, BaseTables.Class)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("primary", "true")]
    [InlineData("senior", "false")]
    [InlineData(null, "?Absent")]
    public void An_entry_is_asked_for_by_key(string? stage, string value)
    {
        TypedExpression key = Written.Typed("stage");
        Assert.Equal(value, Written.Value(new ParameterEntryExpression("class.limit", key), Keyed(stage is null ? [] : new SampleRow { ["stage"] = stage })));
    }

    [Fact]
    public void A_set_parameter_holds_members()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["stage"] = "junior" }], Parameters = { [("allowed", null)] = SetValue.Of(["primary", "junior"]) } };
        Assert.Equal("true", Written.Value("stage in param('allowed')", facts));
        Assert.Equal("false", Written.Value("'senior' in param('allowed')", facts));
        Assert.Equal("true", Written.Value("param('allowed') == ['junior', 'primary']", facts));
    }

    private static SampleFacts Keyed(SampleRow row) =>
        new() { Classes = [row], Parameters = { [("class.limit", "primary")] = Number(45), [("class.limit", "junior")] = Number(50) } };

    private static NumberValue Number(int number) => new(Rational.Of(number));
}
