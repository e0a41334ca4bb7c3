using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Expressions;

public sealed class TimeTests
{
    [Theory]
    [InlineData("lights_out > time('21:20')", "00:30", "true")]
    [InlineData("time('21:20') < lights_out", "00:30", "true")]
    [InlineData("lights_out <= time('00:30')", "23:30", "true")]
    [InlineData("lights_out <= time('00:30')", "00:31", "false")]
    [InlineData("lights_out == time('24:30')", "00:30", "true")]
    [InlineData("lights_out in [time('21:20'), time('00:30')]", "00:30", "true")]
    [InlineData("lights_out - time('23:30')", "00:30", "60")]
    [InlineData("lights_out + minutes(60)", "23:30", "24:30")]
    [InlineData("lights_out <= (flag ? time('00:30') : time('22:00'))", "00:10", "true")]
    [InlineData("lights_out <= time('23:50') + minutes(30)", "00:20", "true")]
    [InlineData("lights_out < time('00:10') + minutes(30)", "23:50", "true")]
    [InlineData("study_end <= lights_out", "00:30", "true")]
    public void A_clock_time_beside_a_scale_past_midnight_is_on_that_scale(string expression, string lightsOut, string value)
    {
        SampleFacts facts = Written.Class(new SampleRow { ["lights_out"] = lightsOut, ["flag"] = true, ["study_end"] = "22:00" });
        Assert.Equal(value, Written.Value(expression, facts));
    }

    [Theory]
    [InlineData("00:30", "00:10", "true")]
    [InlineData("00:30", "00:31", "false")]
    [InlineData("22:00", "00:10", "false")]
    [InlineData("22:00", "21:50", "true")]
    public void A_time_parameter_takes_the_scale_of_what_it_is_compared_with(string limit, string lightsOut, string value)
    {
        SampleFacts facts = new()
        {
            Classes = [new SampleRow { ["lights_out"] = lightsOut }],
            Parameters = { [("lights", null)] = Written.Time(limit) },
        };
        Assert.Equal(value, Written.Value("lights_out <= param('lights')", facts));
        Assert.Equal(value, Written.Value("param('lights') >= lights_out", facts));
        Assert.Equal(value, Written.Value("lights_out <= (true ? param('lights') : time('20:00'))", facts));
    }

    [Fact]
    public void A_parameter_on_a_day_scale_is_not_moved()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["starts"] = "08:20" }], Parameters = { [("lights", null)] = Written.Time("08:20") } };
        Assert.Equal("true", Written.Value("starts >= param('lights')", facts));
        Assert.Equal("true", Written.Value("param('lights') == time('08:20')", facts));
    }

    [Fact]
    public void Two_fields_of_different_ranges_compare_where_neither_passes_midnight()
    {
        Assert.Equal("true", Written.Value("starts < ends", Written.Class(new SampleRow { ["starts"] = "08:00", ["ends"] = "17:00" })));
        Assert.Equal("540", Written.Value("ends - starts", Written.Class(new SampleRow { ["starts"] = "08:00", ["ends"] = "17:00" })));
    }

    [Theory]
    [InlineData("lights_out > gate_closes")]
    [InlineData("starts < lights_out")]
    [InlineData("lights_out - starts == 5")]
    [InlineData("(flag ? starts : lights_out) > time('08:00')")]
    [InlineData("starts in [lights_out]")]
    [InlineData("starts + minutes(5) < lights_out")]
    public void Two_fields_of_different_ranges_are_refused_where_one_passes_midnight(string expression) =>
        Assert.StartsWith("CR2013: ", Written.Problem(expression), StringComparison.Ordinal);

    [Fact]
    public void The_refusal_names_both_fields() => Assert.Equal(
        "CR2013: `lights_out` and `gate_closes` are times of different ranges, and one of them passes 24:00 (declare the same `range` for both fields)",
        Written.Problem("lights_out > gate_closes"));

    [Fact]
    public void A_literal_beside_a_scale_is_put_on_it_when_it_is_checked()
    {
        ComparisonExpression comparison = Assert.IsType<ComparisonExpression>(Written.Typed("lights_out > time('00:30')"));
        Assert.Equal(new TimeValue(1470), Assert.IsType<LiteralExpression>(comparison.Right).Value);
        Assert.Equal(comparison.Left.Type.Scale, comparison.Right.Type.Scale);
    }

    [Theory]
    [InlineData("starts - minutes(500)", "-00:20")]
    [InlineData("starts - minutes(3000)", "-42:00")]
    [InlineData("lights_out + minutes(90)", "26:00")]
    public void A_time_that_leaves_its_day_is_written_so_that_it_can_be_read(string expression, string expected) =>
        Assert.Equal(expected, Written.Value(expression, Written.Class(new SampleRow { ["starts"] = "08:00", ["lights_out"] = "00:30" })));
}
