using ComplianceRules.Spreadsheets.Proposals;

namespace ComplianceRules.Spreadsheets.Tests.Proposals;

public sealed class GradeTextTests
{
    [Theory]
    [InlineData("一年级", 1)]
    [InlineData("3年级", 3)]
    [InlineData("小学六年级", 6)]
    [InlineData("初二", 8)]
    [InlineData("初中一年级", 7)]
    [InlineData("初中七年级", 7)]
    [InlineData("高一", 10)]
    [InlineData("高三年级", 12)]
    [InlineData("Grade 3", 3)]
    [InlineData("十二年级", 12)]
    public void A_grade_is_read_as_schools_write_it(string text, int expected)
    {
        Assert.True(GradeText.TryRead(text, out int grade));
        Assert.Equal(expected, grade);
    }

    [Theory]
    [InlineData("三")]
    [InlineData("3")]
    [InlineData("十三年级")]
    [InlineData("2024级")]
    [InlineData("年级")]
    [InlineData("")]
    [InlineData("高十")]
    public void What_is_no_grade_by_itself_is_not_read(string text) => Assert.False(GradeText.TryRead(text, out _));

    [Fact]
    public void A_bare_number_is_a_grade_only_where_it_is_asked_for() => Assert.True(GradeText.TryRead("三", out int grade, bare: true) && grade == 3);

    [Theory]
    [InlineData("三（2）班", 3)]
    [InlineData("三年级2班", 3)]
    [InlineData("3.2班", 3)]
    [InlineData("七(1)", 7)]
    [InlineData("初一（3）班", 7)]
    [InlineData("高二5班", 11)]
    public void The_name_of_a_class_gives_its_grade(string text, int expected)
    {
        Assert.True(GradeText.TryReadClass(text, out int grade));
        Assert.Equal(expected, grade);
    }

    [Theory]
    [InlineData("1班")]
    [InlineData("301")]
    [InlineData("2班(实验)")]
    [InlineData("星光班")]
    public void A_name_without_a_grade_gives_none(string text) => Assert.False(GradeText.TryReadClass(text, out _));

    [Theory]
    [InlineData("初一", true)]
    [InlineData("初中一年级", true)]
    [InlineData("七年级", false)]
    [InlineData("初中七年级", false)]
    public void Counting_from_junior_school_is_seen(string text, bool expected) => Assert.Equal(expected, GradeText.CountsFromJunior(text));
}
