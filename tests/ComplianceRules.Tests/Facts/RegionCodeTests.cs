using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class RegionCodeTests
{
    [Theory]
    [InlineData("370322", "370322 370300 370000 CN")]
    [InlineData("370300", "370300 370000 CN")]
    [InlineData("370322100", "370322100 370322 370300 370000 CN")]
    [InlineData("370322100200", "370322100200 370322100 370322 370300 370000 CN")]
    [InlineData("110101", "110101 110100 110000 CN")]
    [InlineData("500229", "500229 500200 500000 CN")]
    [InlineData("429004", "429004 429000 420000 CN")]
    [InlineData("441900003", "441900003 441900 440000 CN")]
    [InlineData("CN", "CN")]
    [InlineData("US-NY-NYC", "US-NY-NYC US-NY US")]
    public void The_code_says_what_lies_above(string code, string chain) =>
        Assert.Equal(chain, string.Join(' ', RegionCode.Parse(code).SelfAndAncestors()));

    [Theory]
    [InlineData("CN", "nation")]
    [InlineData("370000", "province")]
    [InlineData("310000", "province")]
    [InlineData("310101", "county")]
    [InlineData("429004", "county")]
    [InlineData("370300", "city")]
    [InlineData("370322", "county")]
    [InlineData("370322100", "county")]
    [InlineData("US", "nation")]
    [InlineData("US-NY", "province")]
    [InlineData("US-NY-NYC", "city")]
    [InlineData("US-NY-NYC-15", "county")]
    public void The_code_says_the_level(string code, string level) => Assert.Equal(level, RegionCode.Parse(code).Level);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("37032")]
    [InlineData("3703221")]
    [InlineData("070322")]
    [InlineData("37032A")]
    [InlineData("cn")]
    [InlineData("CN-37")]
    [InlineData("USA")]
    [InlineData("US-")]
    [InlineData("US--NY")]
    [InlineData("US-ny")]
    [InlineData("-US")]
    [InlineData("３７０３２２")]
    [InlineData(" 370322")]
    public void What_is_no_code_is_refused(string? text)
    {
        Assert.False(RegionCode.TryParse(text, out RegionCode code));
        Assert.Equal(string.Empty, code.Text);
    }

    [Fact]
    public void A_code_contains_itself_and_what_lies_below()
    {
        RegionCode city = RegionCode.Parse("370300");
        Assert.True(city.Contains(city));
        Assert.True(city.Contains(RegionCode.Parse("370322")));
        Assert.False(city.Contains(RegionCode.Parse("370400")));
        Assert.False(RegionCode.Parse("370322").Contains(city));
    }

    [Fact]
    public void Parsing_what_is_no_code_names_it() =>
        Assert.Equal("`x` is no region code", Assert.Throws<FormatException>(() => RegionCode.Parse("x")).Message);
}
