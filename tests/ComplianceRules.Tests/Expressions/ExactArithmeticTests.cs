namespace ComplianceRules.Tests.Expressions;

public sealed class ExactArithmeticTests
{
    [Theory]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("7.0 / 2", "3.5")]
    [InlineData("1.0 / 3 * 3", "1")]
    [InlineData("7 % 3", "1")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("7 % -3", "1")]
    [InlineData("7.5 % 2", "1.5")]
    [InlineData("-(2 + 3)", "-5")]
    [InlineData("--5", "5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("2E-1", "0.2")]
    [InlineData(".5", "0.5")]
    [InlineData("007", "7")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("percent(1, 3)", "33.3333333333333")]
    [InlineData("per_100(1, 8)", "12.5")]
    [InlineData("year(date('2025-09-01'))", "2025")]
    [InlineData("month(date('2025-09-01'))", "9")]
    [InlineData("minutes(90)", "90")]
    [InlineData("minutes(hours(1.5))", "90")]
    [InlineData("hours(minutes(90))", "1.5")]
    [InlineData("date('2026-03-01') - date('2026-02-01')", "28")]
    [InlineData("date('2024-02-28') + days(2)", "2024-03-01")]
    [InlineData("days(1) + date('2024-12-31')", "2025-01-01")]
    [InlineData("date('2025-01-01') - days(1)", "2024-12-31")]
    [InlineData("time('08:20') + minutes(45)", "09:05")]
    [InlineData("minutes(45) + time('08:20')", "09:05")]
    [InlineData("time('23:50') + minutes(20)", "24:10")]
    [InlineData("time('09:05') - time('08:20')", "45")]
    [InlineData("time('09:05') - minutes(5)", "09:00")]
    [InlineData("as_of", "2026-09-01")]
    [InlineData("as_of - date('2026-08-31')", "1")]
    [InlineData("'a\\u00e9\\x41\\101\\U0001F600'", "aéAA😀")]
    public void Written_values_come_to(string expression, string value) => Assert.Equal(value, Written.Value(expression));

    [Theory]
    [InlineData("1 == 1.0", "true")]
    [InlineData("2 > 10", "false")]
    [InlineData("'b' == 'b'", "true")]
    [InlineData("'b' == 'B'", "false")]
    [InlineData("true != false", "true")]
    [InlineData("date('2025-09-01') < date('2025-09-02')", "true")]
    [InlineData("time('08:20') >= time('08:20')", "true")]
    [InlineData("'b' in ['a', 'b']", "true")]
    [InlineData("3 in [1, 2]", "false")]
    [InlineData("1 in []", "false")]
    [InlineData("date('2025-09-01') in [date('2025-09-01')]", "true")]
    [InlineData("true ? 1 == 2 : 2 == 2", "false")]
    public void Written_values_compare(string expression, string value) => Assert.Equal(value, Written.Value(expression));

    [Fact]
    public void A_cell_counts_as_the_decimal_it_is_written_as()
    {
        Assert.Equal("true", Written.Value("a == 4.35", Written.Class(new SampleRow { ["a"] = 4.35 })));
        Assert.Equal("true", Written.Value("a * 100 == 435", Written.Class(new SampleRow { ["a"] = 4.35 })));
        Assert.Equal("true", Written.Value("a > 1e15", Written.Class(new SampleRow { ["a"] = 1e22 })));
    }

    [Fact]
    public void Sets_with_the_same_members_are_equal_in_any_order()
    {
        SampleFacts facts = Written.Class(new SampleRow { ["subjects"] = "art sport" });
        Assert.Equal("true", Written.Value("subjects == ['sport', 'art']", facts));
        Assert.Equal("false", Written.Value("subjects != ['sport', 'art']", facts));
        Assert.Equal("false", Written.Value("subjects == ['art']", facts));
        Assert.Equal("true", Written.Value("'art' in subjects", facts));
        Assert.Equal("false", Written.Value("'music' in subjects", facts));
    }
}
