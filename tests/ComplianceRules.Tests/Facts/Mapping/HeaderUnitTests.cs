using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts.Mapping;

public sealed class HeaderUnitTests
{
    [Theory]
    [InlineData("分钟", "min")]
    [InlineData("分钟/天", "min/d")]
    [InlineData("分钟每天", "min/d")]
    [InlineData("每天分钟", "min/d")]
    [InlineData("minutes per day", "min/d")]
    [InlineData("Hours", "h")]
    [InlineData("小时／晚", "h/night")]
    [InlineData("课时/周", "lesson/week")]
    [InlineData("％", "%")]
    [InlineData("㎡/生", "m2/pupil")]
    [InlineData("人", "person")]
    public void A_unit_is_read_as_people_write_it(string text, string expected)
    {
        Assert.True(HeaderUnit.TryRead(text, out Unit unit));
        Assert.Equal(expected, unit.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("抽样")]
    [InlineData("分钟/")]
    [InlineData("/天")]
    [InlineData("每")]
    [InlineData("班级")]
    public void Other_words_are_no_unit(string text) => Assert.False(HeaderUnit.TryRead(text, out _));

    [Theory]
    [InlineData("小时", "min/d", "h/d")]
    [InlineData("小时/天", "min/d", "h/d")]
    [InlineData("分钟", "min/d", "min/d")]
    [InlineData("人", "pupil", "pupil")]
    [InlineData("小时/天", "h/night", "h/night")]
    [InlineData("%", "%", "%")]
    [InlineData("%", "1", "%")]
    [InlineData("人", "1", "1")]
    [InlineData("名学生", "person", "person")]
    [InlineData("分钟/晚", "min/d", "min/d")]
    [InlineData("人", "person/100 pupil", "person/100 pupil")]
    public void What_a_header_leaves_out_is_the_field_s(string written, string field, string expected)
    {
        Assert.True(HeaderUnit.TryRead(written, out Unit unit));
        Assert.True(Unit.TryParse(field, [], out Unit own));
        Assert.True(HeaderUnit.TryFit(unit, own, out Unit column, out CellNumber factor));
        Assert.Equal(expected, column.Text);
        Assert.Equal(column.Equals(own), factor == CellNumber.One);
    }

    [Theory]
    [InlineData("分钟/周", "min/d")]
    [InlineData("人", "min/d")]
    [InlineData("小时/天", "h")]
    [InlineData("%", "pupil")]
    [InlineData("名学生", "teacher")]
    [InlineData("分钟", "1")]
    [InlineData("元", "1")]
    public void Units_that_do_not_go_together_are_refused(string written, string field)
    {
        Assert.True(HeaderUnit.TryRead(written, out Unit unit));
        Assert.True(Unit.TryParse(field, [], out Unit own));
        Assert.False(HeaderUnit.TryFit(unit, own, out Unit column, out _));
        Assert.Equal(own, column);
    }
}
