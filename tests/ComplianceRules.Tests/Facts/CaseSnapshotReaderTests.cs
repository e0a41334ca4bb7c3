using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class CaseSnapshotReaderTests
{
    [Fact]
    public void Rows_stand_by_table_and_need_neither_ids_nor_parents()
    {
        Snapshot snapshot = Read("""{ "class": [ { "stage": "primary", "grade": 5, "enrolment": 46 }, { "id": "x", "grade": 7 }, {} ], "note": 1 }""").Value;
        FactTable classes = snapshot.Table("class");
        Assert.Equal("1 3 x", string.Join(' ', classes.Keys().Order(StringComparer.Ordinal)));
        Assert.Equal(46, Assert.IsType<NumberColumn>(classes.Column("enrolment"))[classes.Row("1")]);
        Assert.Equal(-1, classes.Parent(0));
    }

    [Fact]
    public void Rows_nest_below_their_parents_and_lists_given_are_reported()
    {
        Snapshot snapshot = Read("""{ "school": [ { "boarding": true, "classes": [ {}, { "pupils": [] } ] }, {} ] }""").Value;
        Assert.Equal("1/1 1/2", string.Join(' ', snapshot.ListOf("school", "1", "classes")));
        Assert.True(snapshot.IsReported("school", "1", "classes"));
        Assert.False(snapshot.IsReported("school", "2", "classes"));
        Assert.True(snapshot.IsReported("class", "1/2", "pupils"));
    }

    [Fact]
    public void Regions_given_are_covered_and_their_lists_are_known_where_they_are_given()
    {
        Snapshot snapshot = Read("""{ "region": [ { "code": "370322", "schools": [ { "classes": [] } ] }, { "code": "370321" }, { "level": "county", "schools": [] } ] }""").Value;
        Assert.True(snapshot.IsReported("region", "370322", "schools"));
        Assert.True(snapshot.IsReported("region", "370322", "classes"));
        Assert.False(snapshot.IsReported("region", "370321", "schools"));
        Assert.True(snapshot.IsReported("region", "3", "schools"));
        Assert.False(snapshot.IsReported("region", "370300", "schools"));
        Assert.Equal(UnknownReason.NotReported, snapshot.Table("region").List("schools")!.ReasonAt(snapshot.Table("region").Row("370321")));
        Assert.Equal(UnknownReason.NotCovered, snapshot.Table("region").List("schools")!.ReasonAt(snapshot.Table("region").Row("370300")));
    }

    [Fact]
    public void A_region_that_gives_its_regions_gives_the_schools_that_they_give()
    {
        Snapshot snapshot = Read("""{ "region": [ { "code": "370300", "regions": [ { "code": "370321", "schools": [ {} ] }, { "code": "370322", "schools": [] } ] } ] }""").Value;
        Assert.True(snapshot.IsReported("region", "370300", "schools"));
        Assert.Single(snapshot.ListOf("region", "370300", "schools"));
    }

    [Fact]
    public void Classes_may_stand_below_a_year_group_of_no_school()
    {
        Snapshot snapshot = Read("""{ "year_group": [ { "classes": [ {}, {} ], "grade": 3 }, { "grade": 3 } ] }""").Value;
        int row = snapshot.Table("year_group").Ids().IndexOf("1");
        ChildList list = snapshot.Table("year_group").List("classes")!;
        (int start, int end) = list.Rows(row);
        Assert.Equal(2, end - start);
        Assert.True(list.IsReported(row));
        Assert.False(list.IsReported(1 - row));
    }

    [Theory]
    [InlineData("""{ "clas": [] }""", "c.json(7,11): error CR4040: there is no table `clas` (did you mean `class`?)")]
    [InlineData("""{ "class": [ { "enrolmnt": 1 } ] }""", "c.json(7,24): error CR4041: `class` has no field `enrolmnt` (did you mean `enrolment`?)")]
    [InlineData("""{ "class": [ { "enrolment": "1" } ] }""", "c.json(7,37): error CR4042: `enrolment` of `class` wants a `number`")]
    [InlineData("""{ "class": [ { "enrolment": 1e9 } ] }""", "c.json(7,37): error CR4043: `enrolment` of `class` cannot be `1e9` (write")]
    [InlineData("""{ "school": [ { "region": "37" } ] }""", "c.json(7,35): error CR4044: `37` is no region code")]
    [InlineData("""{ "region": [ { "code": "370300", "schools": [ { "region": "110101" } ] } ] }""", "c.json(7,56): error CR4045: `110101` is listed below `370300`")]
    [InlineData("""{ "class": [ { "grade": 7, "stage": "primary" } ] }""", "c.json(7,22): error CR4046: `stage` of `class:1` is `primary`, but grade 7 is `junior`")]
    [InlineData("""{ "school": [ { "year_groups": [ { "grade": 2, "classes": [ { "grade": 3 } ] } ] } ] }""", "c.json(7,69): error CR4047: class `1` is of grade 3")]
    [InlineData("""{ "region": [ { "code": "37" } ] }""", "c.json(7,33): error CR4017: ")]
    [InlineData("""{ "class": {} }""", "c.json(7,20): error CR4012: ")]
    [InlineData("""{ "class": [ { "id": "1" }, { "id": "1" } ] }""", "c.json(7,45): error CR4015: ")]
    [InlineData("""{ "class": [ 1 ] }""", "c.json(7,22): error CR4011: ")]
    [InlineData("[]", "c.json(7,9): error CR4011: `facts` wants an object")]
    [InlineData("{", "c.json(7,10): error CR4002: ")]
    public void What_a_snapshot_forgives_is_an_error_with_its_place_in_the_case_file(string facts, string expected)
    {
        Checked<Snapshot> read = Read(facts);
        Assert.False(read.IsValid);
        Assert.StartsWith(expected, Assert.Single(read.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    private static Checked<Snapshot> Read(string facts) => CaseSnapshotReader.Read(SampleFacts.Schema, Encoding.UTF8.GetBytes(facts), new SourceSpan("c.json", 7, 9), null);
}
