using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class UnitTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("min", "min")]
    [InlineData("min/d", "min/d")]
    [InlineData("1/week", "1/week")]
    [InlineData("pupil class", "class pupil")]
    [InlineData("pupil*class", "class pupil")]
    [InlineData("m*m/pupil", "m^2/pupil")]
    [InlineData("m^2", "m^2")]
    [InlineData("min/min", "1")]
    [InlineData("person/100 pupil", "person/100 pupil")]
    [InlineData("min/d week", "min/d week")]
    [InlineData("%", "%")]
    public void A_unit_is_written_in_one_way(string text, string canonical)
    {
        Assert.True(Unit.TryParse(text, [], out Unit unit));
        Assert.Equal(canonical, unit.Text);
        Assert.True(Unit.TryParse(unit.Text, [], out Unit again));
        Assert.Equal(unit, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("min/")]
    [InlineData("/d")]
    [InlineData("min/d/d")]
    [InlineData("minute")]
    [InlineData("m^")]
    [InlineData("m^0")]
    [InlineData("m^-1")]
    [InlineData("m^10")]
    [InlineData("m^2^2")]
    [InlineData("100 pupil")]
    [InlineData("person/100 100 pupil")]
    [InlineData("drill")]
    public void What_is_no_unit_is_refused(string text)
    {
        Assert.False(Unit.TryParse(text, [], out Unit unit));
        Assert.Equal(Unit.One, unit);
    }

    [Fact]
    public void A_counting_unit_is_a_unit_where_it_is_declared()
    {
        Assert.True(Unit.TryParse("drill/term", ["drill"], out Unit unit));
        Assert.Equal("drill/term", unit.Text);
    }

    [Fact]
    public void Minutes_a_day_times_days_are_minutes()
    {
        Assert.True(Unit.TryParse("min/d", [], out Unit rate));
        Assert.Equal(Unit.Minute, rate.Times(Unit.Day));
        Assert.Equal(rate, Unit.Minute.Over(Unit.Day));
        Assert.Equal(Unit.One, Unit.Minute.Over(Unit.Minute));
    }

    [Fact]
    public void Minutes_and_hours_are_different_units()
    {
        Assert.True(Unit.TryParse("h", [], out Unit hour));
        Assert.NotEqual(Unit.Minute, hour);
    }

    [Fact]
    public void For_each_hundred_stands_in_the_denominator()
    {
        Assert.True(Unit.TryParse("person/pupil", [], out Unit rate));
        Assert.Equal("person/100 pupil", rate.PerHundred().Text);
    }

    [Theory]
    [InlineData("min/d", "分钟/天", "min/d")]
    [InlineData("1", "", "")]
    [InlineData("drill/week", "次/周", "drill/week")]
    public void People_read_a_unit_in_their_language(string text, string chinese, string english)
    {
        Dictionary<string, LocalText> counting = new() { ["drill"] = new LocalText("次", "drill(s)") };
        Assert.True(Unit.TryParse(text, counting.Keys, out Unit unit));
        Assert.Equal(chinese, unit.Label(TextLanguage.Chinese, counting, isPlural: false));
        Assert.Equal(english, unit.Label(TextLanguage.English, counting, isPlural: false));
    }

    [Theory]
    [InlineData("pupil", true, "pupils")]
    [InlineData("pupil", false, "pupil")]
    [InlineData("lesson/week", true, "lessons/week")]
    [InlineData("person/100 pupil", true, "people/100 pupil")]
    [InlineData("min/d", true, "min/d")]
    [InlineData("%", true, "%")]
    public void English_counts_in_the_plural_what_there_is_more_than_one_of(string text, bool isPlural, string label)
    {
        Assert.True(Unit.TryParse(text, [], out Unit unit));
        Assert.Equal(label, unit.Label(TextLanguage.English, new Dictionary<string, LocalText>(), isPlural));
    }

    [Theory]
    [InlineData("book", true, "books")]
    [InlineData("book", false, "book")]
    [InlineData("book/pupil", true, "books/pupil")]
    [InlineData("pupil/book", true, "pupils/book")]
    public void The_units_of_packs_are_counted_too(string text, bool isPlural, string label)
    {
        Dictionary<string, LocalText> counting = new() { ["book"] = new LocalText("册", "book(s)") };
        Assert.True(Unit.TryParse(text, counting.Keys, out Unit unit));
        Assert.Equal(label, unit.Label(TextLanguage.English, counting, isPlural));
    }

    [Fact]
    public void A_scale_never_runs_over()
    {
        Unit hundreds = Enumerable.Range(0, 40).Aggregate(Unit.One, (unit, _) => unit.PerHundred());
        Assert.Equal("1/1" + new string('0', 80), hundreds.Text);
    }
}
