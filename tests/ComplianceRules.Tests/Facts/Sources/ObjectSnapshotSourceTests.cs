using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class ObjectSnapshotSourceTests
{
    [Fact]
    public void A_snapshot_can_be_made_of_plain_objects()
    {
        ClassObject full = new("1")
        {
            Grade = 2,
            Pupils = 45,
            Share = 12.5m,
            Height = 0.1 + 0.2,
            Stage = "primary",
            Founded = new DateOnly(1986, 9, 1),
            Starts = new TimeOnly(8, 20),
            Ends = new TimeSpan(24, 30, 0),
            Clubs = ["go", "choir"],
            Pupil = [new("p")],
        };
        SchoolObject[] schools =
        [
            new("S1") { County = "370322", Name = "一中", Boarding = true, Packs = ["plan"], Classes = [full, new("2/b")] },
            new("S2") { County = "370322", Classes = [] },
            new("S3") { County = "370322" },
        ];

        Checked<Snapshot> read = ObjectShapes.Read(builder =>
        {
            builder.Describe(new DateOnly(2026, 9, 1), "高青县");
            builder.Cover(RegionCode.Parse("370322"));
            builder.AddRows(ObjectShapes.Schools, schools);
        });

        string expected = SnapshotText.Of(SampleFacts.Read(SampleFacts.Snapshot("""
            "date":"2026-09-01","title":"高青县","covers":["370322"],"schools":[
              {"id":"S1","region":"370322","name":"一中","boarding":true,"packs":["plan"],"classes":[
                {"id":"1","grade":2,"enrolment":45,"share":12.5,"height":0.3,"stage":"primary","founded":"1986-09-01","starts":"08:20","ends":"24:30","clubs":["go","choir"],"pupils":[{"id":"p"}]},
                {"id":"2/b","grade":1}]},
              {"id":"S2","region":"370322","classes":[]},
              {"id":"S3","region":"370322"}]
            """)));
        Assert.Equal(expected, SnapshotText.Of(read));
        Assert.Equal("plan", Assert.Single(read.Value.PacksOfSchool(0)));
    }

    [Fact]
    public void Flat_objects_name_the_rows_above_them()
    {
        RowShape<PupilObject> pupils = ObjectShapes.Pupils.Below(p => p.School, p => p.Class);
        Snapshot snapshot = ObjectShapes.Read(builder =>
        {
            builder.AddRows(ObjectShapes.Schools, [new("S1"), new("S2"), new("S3") { ClassesAreComplete = true }, new("S4") { ClassesAreComplete = false }]);
            builder.AddRows(ObjectShapes.FlatClasses, [new("1", "S1"), new("1", " S2 "), new("1", "S4")]);
            builder.AddRows(pupils, [new("p", "S2", "1"), new("p", "S1", "1")]);
        }).Value;
        Assert.Equal("S1/1 S2/1 S4/1", string.Join(' ', snapshot.Table("class").Keys()));
        Assert.Equal("S1/1/p S2/1/p", string.Join(' ', snapshot.Table("pupil").Keys()));
        Assert.Equal([true, true, true, false], ((string[])["S1", "S2", "S3", "S4"]).Select(s => snapshot.IsReported("school", s, "classes")));
    }

    [Fact]
    public void A_list_that_is_null_is_not_reported_and_an_empty_one_is()
    {
        Snapshot snapshot = ObjectShapes.Read(null, new SchoolObject("S1"), new SchoolObject("S2") { Classes = [] }).Value;
        Assert.False(snapshot.IsReported("school", "S1", "classes"));
        Assert.True(snapshot.IsReported("school", "S2", "classes"));
    }

    [Fact]
    public void Schools_without_a_region_lie_in_the_default_one()
    {
        SnapshotOptions options = new() { DefaultRegion = RegionCode.Parse("370322") };
        Snapshot snapshot = ObjectShapes.Read(options, new SchoolObject("a"), new SchoolObject("b") { County = " " }, new SchoolObject("c") { County = "370321" }).Value;
        Assert.Equal("c a b", string.Join(' ', snapshot.Table("school").Ids()));
        Assert.Equal("370321 370322 370322", string.Join(' ', Enumerable.Range(0, 3).Select(r => snapshot.Table("region").Id(snapshot.Table("school").Parent(r)))));
        Assert.Equal(1, ObjectShapes.Read(null, new SchoolObject("a")).Value.Data.SchoolsWithoutRegion);
    }

    [Fact]
    public void Regions_are_objects_too_and_hold_schools()
    {
        RowShape<(string Code, string Level, SchoolObject[] Schools)> regions = new RowShape<(string Code, string Level, SchoolObject[] Schools)>("region", r => r.Code)
            .Text("level", r => r.Level)
            .Children(new RowShape<SchoolObject>("school", s => s.Code), r => r.Schools);
        Snapshot snapshot = ObjectShapes.Read(builder => builder.AddRows(regions, [("370391", "zone", [new("S")]), ("3703", "city", [])]), new SnapshotOptions { SkipMalformed = true }).Value;
        Assert.Equal("S", Assert.Single(snapshot.ListOf("region", "370391", "schools")));
        Assert.Equal("zone", ((TextColumn)snapshot.Table("region").Column("level")!)[snapshot.Table("region").Row("370391")]);
        Assert.Equal("o/region(2): error CR4017", snapshot.Data.Skipped[0].ToString()[..25]);
    }

    [Fact]
    public void Numbers_of_every_type_keep_their_digits()
    {
        RowShape<ClassObject> shape = new RowShape<ClassObject>("class", c => c.Id).Below(c => c.School);
        Assert.Equal(0.1, Height(shape.Number("height", c => c.Length)));
        Assert.Equal(1.23456789012346E+18, Height(shape.Number("height", _ => 1234567890123456789L)));
        Assert.Equal(7.92281625142643E+28, Height(shape.Number("height", _ => decimal.MaxValue)));
        Assert.Equal(16777216, Height(shape.Number("height", _ => 16777216f)));
        Assert.Equal(0.3, Height(shape.Number("height", _ => 0.1 + 0.2)));
        Assert.Equal(-5, Height(shape.Number("height", _ => (short)-5)));
    }

    [Fact]
    public void A_shape_is_never_changed()
    {
        RowShape<ClassObject> first = new("class", c => c.Id);
        _ = first.Number("enrolment", c => c.Pupils).Below(c => c.School);
        Assert.True(first.Fields.IsEmpty && first.Keys.IsEmpty);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using CancellationTokenSource stop = new();
        ObjectSnapshotSource source = new("o", builder => builder.AddRows(ObjectShapes.Schools, Endless(stop)));
        Assert.Throws<OperationCanceledException>(() => source.Read(SampleFacts.Schema, new SnapshotOptions(), stop.Token));
    }

    private static double Height(RowShape<ClassObject> shape)
    {
        Snapshot snapshot = ObjectShapes.Read(builder =>
        {
            builder.AddRows(ObjectShapes.Schools, [new("S")]);
            builder.AddRows(shape, [new("1", "S")]);
        }).Value;
        return ((NumberColumn)snapshot.Table("class").Column("height")!)[0];
    }

    private static IEnumerable<SchoolObject> Endless(CancellationTokenSource stop)
    {
        for (int i = 0; ; i++)
        {
            if (i == 10) stop.Cancel();
            yield return new SchoolObject($"S{i}");
        }
    }
}
