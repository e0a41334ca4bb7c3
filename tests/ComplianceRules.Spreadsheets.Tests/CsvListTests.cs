using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Tests.Agreement;

namespace ComplianceRules.Spreadsheets.Tests;

/// <summary>What rows say of their lists and how year groups are called, in the format's own tables.</summary>
public sealed class CsvListTests : IDisposable
{
    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("grade,school\n７,S\n8.0,S\n")]
    [InlineData("id,grade,school\n,7,S\n,8,S\n")]
    public void A_year_group_is_called_by_its_grade_however_that_is_written(string groups)
    {
        Snapshot snapshot = _folder.With("school.csv", "id\nS\n").With("year_group.csv", groups).Read().Value;
        Assert.Equal("7 8", AgreedText.ListOf(snapshot, "school", "S", "year_groups"));
    }

    [Theory]
    [InlineData("七", "CR4064")]
    [InlineData("13", "CR4024")]
    public void A_year_group_of_no_grade_keeps_its_row_and_its_cell_is_listed(string grade, string expected)
    {
        Snapshot snapshot = _folder.With("school.csv", "id\nS\n").With("year_group.csv", $"grade,school\n{grade},S\n").Read().Value;
        Assert.Equal($"S/{grade}", snapshot.Table("year_group").Key(0));
        Assert.Equal(expected, Assert.Single(snapshot.Data.Issues).Code.ToString());
    }

    [Theory]
    [InlineData("是", "1")]
    [InlineData("否", "1?")]
    [InlineData("", "1?")]
    public void A_year_group_says_itself_whether_its_classes_are_all_there(string whole, string expected)
    {
        _folder.With("school.csv", "id,classes\nS,否\n").With("class.csv", "id,school,grade\n1,S,7\n").With("year_group.csv", $"grade,school,classes\n7,S,{whole}\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal(expected, AgreedText.ListOf(snapshot, "year_group", "S/7", "classes"));
    }

    [Fact]
    public void A_year_group_that_withholds_its_classes_is_believed_though_its_school_does_not()
    {
        _folder.With("school.csv", "id\nS\n").With("class.csv", "id,school,grade\n1,S,7\n2,S,8\n").With("year_group.csv", "grade,school,classes\n7,S,否\n8,S,\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Equal("1?", AgreedText.ListOf(snapshot, "year_group", "S/7", "classes"));
        Assert.Equal("2", AgreedText.ListOf(snapshot, "year_group", "S/8", "classes"));
    }

    [Fact]
    public void A_list_is_not_empty_because_the_table_of_its_rows_is_not_there()
    {
        _folder.With("school.csv", "id,classes\nS,是\n").With("klass.csv", "id,school\n1,S\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Equal("?", AgreedText.ListOf(snapshot, "school", "S", "classes"));
        Assert.Equal(["CR4053 data/klass.csv", "CR4110 data/school.csv"], CsvFolder.Places(snapshot.Data.Issues).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_is_empty_where_its_table_is_there_without_rows()
    {
        Snapshot snapshot = _folder.With("school.csv", "id,classes\nS,是\n").With("class.csv", "id,school\n").Read().Value;
        Assert.Equal(string.Empty, AgreedText.ListOf(snapshot, "school", "S", "classes"));
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void Year_groups_that_have_no_table_are_made_of_the_classes_though_their_school_says_that_all_are_listed()
    {
        Snapshot snapshot = _folder.With("school.csv", "id,classes,year_groups\nS,是,是\n").With("class.csv", "id,school,grade\n1,S,7\n").Read().Value;
        Assert.Equal("7", AgreedText.ListOf(snapshot, "school", "S", "year_groups"));
        Assert.Equal(["CR4110 data/school.csv"], CsvFolder.Places(snapshot.Data.Issues));
    }

    [Fact]
    public void A_school_that_withholds_its_classes_is_believed_though_its_year_groups_give_theirs()
    {
        _folder.With("school.csv", "id,classes\nS,否\nT,\n").With("class.csv", "id,school\n").With("year_group.csv", "grade,school,classes\n7,S,是\n7,T,是\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Equal("?", AgreedText.ListOf(snapshot, "school", "S", "classes"));
        Assert.Equal(string.Empty, AgreedText.ListOf(snapshot, "school", "T", "classes"));
    }

    [Theory]
    [InlineData("是", "p?", "p")]
    [InlineData("否", "p", "p?")]
    [InlineData("", "p", "p")]
    public void A_school_says_whether_the_list_of_its_pupils_is_whole_whatever_its_classes_say(string whole, string withheld, string expected)
    {
        string pupils = withheld == "p?" ? "否" : string.Empty;
        _folder.With("school.csv", $"id,pupils\nS,{whole}\n").With("class.csv", $"id,school,pupils\n1,S,{pupils}\n").With("pupil.csv", "id,class,school\np,1,S\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal(withheld, AgreedText.ListOf(snapshot, "class", "S/1", "pupils"));
        Assert.Equal(expected, AgreedText.ListOf(snapshot, "school", "S", "pupils"));
    }

    [Fact]
    public void A_region_cannot_say_whether_its_lists_are_whole()
    {
        Snapshot snapshot = _folder.With("region.csv", "code,schools\n370322,是\n").Read().Value;
        Assert.Equal("CR4050", Assert.Single(snapshot.Data.Issues).Code.ToString());
    }
}
