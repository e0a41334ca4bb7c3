using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Tests.Workbooks;

public sealed class SheetNamesTests
{
    [Theory]
    [InlineData("班级", "class", "班级")]
    [InlineData("班级/学校", "class", "class")]
    [InlineData("班级[1]", "class", "class")]
    [InlineData("'班级", "class", "class")]
    [InlineData("班级 ", "class", "class")]
    [InlineData("", "class", "class")]
    [InlineData("说明", "class", "class")]
    public void The_title_is_the_name_where_it_is_possible_and_free(string title, string table, string expected) =>
        Assert.Equal(expected, new SheetNames("说明").Take(title, table));

    [Fact]
    public void Names_that_differ_in_case_only_are_one() => Assert.Equal("two", new SheetNames("One").Take("ONE", "two"));

    [Fact]
    public void Where_nothing_is_free_the_last_wish_is_numbered_and_no_longer_than_allowed()
    {
        string longest = new('a', 31);
        SheetNames names = new();
        Assert.Equal([longest, new string('a', 29) + "_2", new string('a', 29) + "_3"], [names.Take(longest), names.Take(longest), names.Take(longest)]);
        Assert.Equal(new string('b', 29) + "_2", names.Take(new string('b', 40)));
    }
}
