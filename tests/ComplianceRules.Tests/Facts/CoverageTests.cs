using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class CoverageTests
{
    private const string TwoSchools = """
        "schools":[
          {"id":"a","region":"370322","classes":[{"id":"1","grade":1}]},
          {"id":"b","region":"370322","classes":[]},
          {"id":"c","region":"370321"}]
        """;

    [Fact]
    public void Lists_of_a_covered_region_and_of_all_below_it_are_reported()
    {
        Snapshot snapshot = Read("\"covers\":[\"370300\"],");
        Assert.True(snapshot.IsReported("region", "370300", "schools"));
        Assert.True(snapshot.IsReported("region", "370322", "schools"));
        Assert.True(snapshot.IsReported("region", "370322", "classes"));
    }

    [Fact]
    public void A_made_region_above_what_is_covered_holds_its_rows_but_not_its_lists()
    {
        Snapshot snapshot = Read("\"covers\":[\"370322\"],");
        Assert.False(snapshot.IsReported("region", "370300", "schools"));
        Assert.False(snapshot.IsReported("region", "CN", "classes"));
        Assert.Equal(UnknownReason.NotCovered, snapshot.Table("region").List("schools")!.ReasonAt(0));
        Assert.Equal("c a b", string.Join(' ', snapshot.ListOf("region", "CN", "schools")));
    }

    [Fact]
    public void Classes_of_a_covered_region_are_not_reported_where_one_school_is_silent()
    {
        Snapshot snapshot = Read("\"covers\":[\"370300\"],");
        int city = snapshot.Table("region").Row("370300");
        Assert.False(snapshot.IsReported("region", "370300", "classes"));
        Assert.Equal(UnknownReason.NotReported, snapshot.Table("region").List("classes")!.ReasonAt(city));
        Assert.Equal(UnknownReason.NotCovered, snapshot.Table("region").List("classes")!.ReasonAt(0));
    }

    [Fact]
    public void Without_covers_nothing_is_covered()
    {
        Snapshot snapshot = Read(string.Empty);
        Assert.All(snapshot.Table("region").Ids(), code => Assert.False(snapshot.IsReported("region", code, "schools")));
        Assert.Contains("region.schools", snapshot.Data.Unreported);
    }

    [Fact]
    public void A_covered_region_without_schools_has_an_empty_list()
    {
        Snapshot snapshot = Read("\"covers\":[\"110101\"],");
        Assert.True(snapshot.IsReported("region", "110101", "schools"));
        Assert.Empty(snapshot.ListOf("region", "110101", "schools"));
    }

    [Fact]
    public void An_empty_list_is_reported_and_an_absent_or_null_one_is_not()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("""
            "schools":[{"id":"empty","classes":[]},{"id":"absent"},{"id":"null","classes":null}]
            """)).Value;
        Assert.True(snapshot.IsReported("school", "empty", "classes"));
        Assert.Empty(snapshot.ListOf("school", "empty", "classes"));
        Assert.False(snapshot.IsReported("school", "absent", "classes"));
        Assert.False(snapshot.IsReported("school", "null", "classes"));
    }

    private static Snapshot Read(string covers) => SampleFacts.Read(SampleFacts.Snapshot(covers + TwoSchools)).Value;
}
