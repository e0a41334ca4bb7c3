using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Findings;

public sealed class ValueTextTests
{
    private static readonly ValueText Texts = new(BaseTables.Schema);

    [Theory]
    [InlineData("30.918075", "40", "30.92%")]
    [InlineData("39.9999", "40", "39.9999%")]
    [InlineData("40", "40", "40%")]
    [InlineData("0.000012", "0", "0.000012%")]
    [InlineData("-0.5", "0", "-0.5%")]
    public void A_number_is_rounded_but_never_to_the_limit_it_differs_from(string number, string against, string text) =>
        Assert.Equal(text, Texts.Of(Number(number), ExpressionType.Number(Unit.Percent), [], Number(against), TextLanguage.English));

    [Theory]
    [InlineData("61", "61 min", "61分钟")]
    [InlineData("1", "1 min", "1分钟")]
    public void A_number_carries_its_unit(string number, string english, string chinese)
    {
        Assert.Equal(english, Texts.Of(Number(number), ExpressionType.Number(Unit.Minute), [], null, TextLanguage.English));
        Assert.Equal(chinese, Texts.Of(Number(number), ExpressionType.Number(Unit.Minute), [], null, TextLanguage.Chinese));
    }

    [Fact]
    public void A_plain_number_has_no_unit() => Assert.Equal("3", Texts.Of(Number("3"), ExpressionType.Number(Unit.One), [], null, TextLanguage.English));

    [Fact]
    public void Keys_are_shown_by_their_titles()
    {
        FieldSchema level = BaseTables.Schema.Table(BaseTables.Region)!.Field("level")!;
        Assert.Equal("县", Texts.Of(new TextValue("county"), ExpressionType.Of(level), level.Options, null, TextLanguage.Chinese));
        Assert.Equal("county, zone", Texts.Of(SetValue.Of(["zone", "county"]), ExpressionType.Of(level), level.Options, null, TextLanguage.English));
        Assert.Equal("无", Texts.Of(SetValue.Of([]), ExpressionType.Of(level), level.Options, null, TextLanguage.Chinese));
    }

    [Theory]
    [InlineData("grade", "class", "年级")]
    [InlineData("school.name", "class", "学校名称")]
    [InlineData("classes", "school", "班级")]
    [InlineData("classes.grade", "school", "年级")]
    [InlineData("nothing", "school", "nothing")]
    [InlineData("classes.filter(grade > 3).all(enrolment > 2)", "school", "班级")]
    [InlineData("nothing.filter(grade > 3)", "school", "nothing.filter(grade > 3)")]
    [InlineData("stddev(classes.map(grade))", "school", "stddev(classes.map(grade))")]
    public void A_missing_fact_is_called_by_its_title(string path, string subject, string title) =>
        Assert.Equal(title, Texts.TitleOf(path, subject, TextLanguage.Chinese));

    private static NumberValue Number(string text) => new(Rational.Parse(text));
}
