using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts.Sources.Records;

public sealed class HeaderNameTests
{
    [Fact]
    public void Names_of_several_rows_are_joined() => Assert.Equal("作业/书面", HeaderName.Join([" 作业 ", "", "书面"]));

    [Fact]
    public void A_name_that_is_merged_over_rows_stands_once() => Assert.Equal("班级", HeaderName.Join(["班级", "班级", "班级"]));

    [Fact]
    public void A_name_that_comes_back_below_another_is_kept() => Assert.Equal("合计/男/合计", HeaderName.Join(["合计", "男", "合计"]));

    [Fact]
    public void Nothing_joins_to_nothing() => Assert.Equal(string.Empty, HeaderName.Join(["", " "]));
}
