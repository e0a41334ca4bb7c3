using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class JsonSnapshotSourceTests
{
    internal const string Good = """
        {
          "$schema": "snapshot.schema.json", "schemaVersion": 1, "date": "2026-09-01", "title": "高青县", "note": { "any": ["thing"] },
          "covers": ["370322"],
          "regions": [ { "code": "370322", "level": "county", "name": "高青\u53bf 😀" }, { "code": 370300 } ],
          "schools": [
            { "classes": [ { "id": "301", "grade": 3, "enrolment": 45, "share": 12.3, "ends": "00:30", "starts": "8:20", "founded": "2020-09-01",
                             "clubs": ["go", "choir"], "pupils": [ { "id": "p1" }, { "id": 2 } ] },
                           { "id": "302", "grade": null, "enrolment": 0.30000000000000004e2 } ],
              "id": "3703220012", "name": "实验\"小学\"", "region": "370322", "boarding": false, "stages": ["primary"], "packs": ["plan-a", "plan-b"] },
            { "id": "3703220013", "region": "370322", "boarding": true }
          ],
          "classes": [ { "school": "3703220013", "id": "101", "grade": 1 }, { "id": "lost" } ],
          "pupils": [ { "class": "3703220013/101", "id": "p9" } ]
        }
        """;

    [Fact]
    public void A_good_snapshot_is_read_whole()
    {
        Checked<Snapshot> read = SampleFacts.Read(Good);
        Assert.Equal(string.Empty, read.Diagnostics.Codes());
        Snapshot snapshot = read.Value;
        Assert.Equal(new DateOnly(2026, 9, 1), snapshot.Date);
        Assert.Equal("高青县", snapshot.Title);
        Assert.Equal("370322", Assert.Single(snapshot.Covers).Text);
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal("class=4 pupil=3 region=2 school=2", string.Join(' ', snapshot.Data.Rows.Select(r => $"{r.Key}={r.Value}")));
        Assert.Equal("3703220012/301 3703220012/302 3703220013/101 lost", string.Join(' ', snapshot.Table("class").Keys()));
        Assert.Equal("3703220012/301/p1 3703220012/301/2 3703220013/101/p9", string.Join(' ', snapshot.Table("pupil").Keys()));
        Assert.Equal("plan-a plan-b", string.Join(' ', snapshot.PacksOfSchool(snapshot.Table("school").Row("3703220012"))));
    }

    [Fact]
    public void Cells_of_every_type_are_read()
    {
        FactTable classes = SampleFacts.Read(Good).Value.Table("class");
        Assert.Equal(45, Assert.IsType<NumberColumn>(classes.Column("enrolment"))[0]);
        Assert.Equal(30, Assert.IsType<NumberColumn>(classes.Column("enrolment"))[1]);
        Assert.Equal(12.3, Assert.IsType<NumberColumn>(classes.Column("share"))[0]);
        Assert.Equal((24 * 60) + 30, Assert.IsType<TimeColumn>(classes.Column("ends"))[0]);
        Assert.Equal(500, Assert.IsType<TimeColumn>(classes.Column("starts"))[0]);
        Assert.Equal(new DateOnly(2020, 9, 1), Assert.IsType<DateColumn>(classes.Column("founded"))[0]);
        Assert.Equal("go choir", string.Join(' ', Assert.IsType<SetColumn>(classes.Column("clubs"))[0]));
        Assert.False(classes.Column("grade")!.IsKnown(1));
        Assert.Equal(UnknownReason.Absent, classes.Column("grade")!.ReasonAt(1));
    }

    [Fact]
    public void Names_keep_their_escapes_and_emoji()
    {
        Snapshot snapshot = SampleFacts.Read(Good).Value;
        Assert.Equal("实验\"小学\"", Assert.IsType<TextColumn>(snapshot.Table("school").Column("name"))[0]);
        Assert.Equal("高青县 😀", Assert.IsType<TextColumn>(snapshot.Table("region").Column("name"))[snapshot.Table("region").Row("370322")]);
    }

    [Fact]
    public void Rows_at_the_top_report_the_list_of_their_parent_and_need_not_stand_after_it()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("""
            "pupils":[{"id":"p","class":"a/1"}],"classes":[{"id":"1","school":"a"}],"schools":[{"id":"a"},{"id":"b"}]
            """)).Value;
        Assert.Equal("a/1/p", snapshot.Table("pupil").Keys().Single());
        Assert.True(snapshot.IsReported("school", "a", "classes"));
        Assert.False(snapshot.IsReported("school", "b", "classes"));
        Assert.True(snapshot.IsReported("class", "a/1", "pupils"));
    }

    [Fact]
    public void The_size_of_the_buffer_changes_nothing()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        string expected = SnapshotText.Of(SampleFacts.Read(bytes));
        for (int size = 1; size <= 64; size++) Assert.Equal(expected, SnapshotText.Of(SampleFacts.Read(bytes, null, size)));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_not_counted()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"schemaVersion":1,"scools":[]}""")];
        Assert.Equal(
            "s.json(1,20): warning CR4020: a snapshot has no key `scools`, it is left out (did you mean `schools`?)",
            SampleFacts.Read(bytes, null, 1).Value.Data.Issues.Single().ToString());
    }

    [Fact]
    public void Schools_without_a_region_take_the_one_the_caller_gives_but_a_malformed_code_does_not()
    {
        Snapshot snapshot = SampleFacts.Read(
            SampleFacts.Snapshot("""
                "schools":[{"id":"a"},{"id":"b","region":"370321"},{"id":"c","region":"37032"}]
                """),
            new SnapshotOptions { DefaultRegion = RegionCode.Parse("370322") }).Value;
        FactTable schools = snapshot.Table("school");
        Assert.Equal("370322", snapshot.Table("region").Id(schools.Parent(schools.Row("a"))));
        Assert.Equal("370321", snapshot.Table("region").Id(schools.Parent(schools.Row("b"))));
        Assert.Equal(-1, schools.Parent(schools.Row("c")));
        Assert.Equal("CR4025", snapshot.Data.Issues.Codes());
    }

    [Fact]
    public void A_file_is_read_from_its_path()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Good);
            Assert.True(new JsonSnapshotSource(path, "s.json").Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None).IsValid);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_the_callers_trouble()
    {
        string folder = Path.GetTempPath();
        Assert.ThrowsAny<IOException>(() => new JsonSnapshotSource(folder, "s").Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None));
        string missing = Path.Combine(folder, "no-such-folder", "s.json");
        Assert.ThrowsAny<IOException>(() => new JsonSnapshotSource(missing, "s").Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None));
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            new JsonSnapshotSource(() => new MemoryStream(), "s").Read(SampleFacts.Schema, new SnapshotOptions(), new CancellationToken(true)));
}
