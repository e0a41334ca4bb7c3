using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class FactSchemaTests
{
    [Theory]
    [InlineData("region", "class pupil region school year_group")]
    [InlineData("school", "class pupil year_group")]
    [InlineData("year_group", "class")]
    [InlineData("class", "pupil")]
    [InlineData("pupil", "")]
    public void A_row_has_a_list_of_every_table_below_it(string table, string lists) =>
        Assert.Equal(lists, string.Join(' ', SampleFacts.Schema.Lists(table).Select(t => t.Name)));

    [Fact]
    public void A_list_is_found_by_its_name()
    {
        Assert.Equal("class", SampleFacts.Schema.List("region", "classes")?.Name);
        Assert.Equal("class", SampleFacts.Schema.List("year_group", "classes")?.Name);
        Assert.Null(SampleFacts.Schema.List("class", "schools"));
        Assert.Null(SampleFacts.Schema.List("class", "class"));
    }

    [Fact]
    public void Above_a_class_stand_its_school_and_the_region() =>
        Assert.Equal("class school region", string.Join(' ', SampleFacts.Schema.SelfAndAncestors("class").Select(t => t.Name)));
}
