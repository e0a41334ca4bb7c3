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

    [Fact]
    public void Without_merged_cells_an_empty_cell_above_a_name_goes_on_with_the_name_before_it() =>
        Assert.Equal(["学校", "作业/一年级", "作业/二年级", "体育/一年级", "体育/二年级", "备注"], HeaderName.Columns([["学校", "作业", "", "体育", "", "备注"], ["", "一年级", "二年级", "一年级", "二年级"]], knowsMerged: false));

    [Fact]
    public void A_name_with_nothing_below_it_is_not_gone_on_with() =>
        Assert.Equal(["学校", "人数", "班级"], HeaderName.Columns([["学校", "", "班级"], ["", "人数", ""]], knowsMerged: false));

    [Fact]
    public void Each_of_three_rows_goes_on_by_itself() =>
        Assert.Equal(["甲/乙/1", "甲/乙/2", "甲/丙/1"], HeaderName.Columns([["甲", "", ""], ["乙", "", "丙"], ["1", "2", "1"]], knowsMerged: false));

    [Fact]
    public void Where_merged_cells_are_known_an_empty_cell_is_empty() =>
        Assert.Equal(["作业/一年级", "二年级"], HeaderName.Columns([["作业", ""], ["一年级", "二年级"]], knowsMerged: true));

    [Fact]
    public void Rows_that_end_early_and_no_rows_at_all_have_the_names_that_there_are()
    {
        Assert.Equal(["甲/1", "甲/2", "3"], HeaderName.Columns([["甲", ""], ["1", "2", "3"]], knowsMerged: false));
        Assert.Empty(HeaderName.Columns([], knowsMerged: false));
    }
}
