using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts.Mapping;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("书面作业时长（分钟）", "书面作业时长", "分钟", null)]
    [InlineData("书面作业时长(分钟/天)", "书面作业时长", "分钟/天", null)]
    [InlineData("睡眠时间/小时", "睡眠时间", "小时", null)]
    [InlineData("班额（人）", "班额", "人", null)]
    [InlineData("参与率(%)", "参与率", "%", null)]
    [InlineData("参与率（单位：％）", "参与率", "%", null)]
    [InlineData("Written homework (min/day)", "Written homework", "min/day", null)]
    [InlineData("睡眠时间（抽样）\n（小时）", "睡眠时间", "小时", "抽样")]
    [InlineData("班额（在籍学生数）", "班额", null, "在籍学生数")]
    [InlineData("作业/书面", "作业/书面", null, null)]
    [InlineData("  上课\n时间 ", "上课 时间", null, null)]
    [InlineData("班额（人", "班额", "人", null)]
    [InlineData("）班额", "班额", null, null)]
    [InlineData("", "", null, null)]
    public void A_header_is_a_name_a_unit_and_a_remark(string header, string name, string? unit, string? remark) =>
        Assert.Equal(new HeaderText(name, unit, remark), HeaderText.Read(header));
}
