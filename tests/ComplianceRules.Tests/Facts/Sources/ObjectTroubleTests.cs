using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class ObjectTroubleTests
{
    private static readonly SnapshotOptions Skip = new() { SkipMalformed = true };

    public static TheoryData<string, string> Names => new()
    {
        { "table", "there is no table `clas` (did you mean `class`?)" },
        { "field", "`class` has no field `enrolmnt` (did you mean `enrolment`?)" },
        { "type", "`enrolment` of `class` is a number, not a text or enum" },
        { "nested field", "`class` has no field `grad` (did you mean `grade`?)" },
        { "list", "no `school` can say whether `clases` is whole (did you mean `classes`?)" },
        { "region list", "no `region` can say whether `schools` is whole" },
        { "no key", "the row above a row of `class` is named by 1 ids here, not by 0" },
        { "few keys", "the row above a row of `pupil` is named by 2 ids here, not by 1" },
        { "nested key", "the row above a row of `class` is named by 0 ids here, not by 1" },
        { "school key", "the row above a row of `school` is named by 0 ids here, not by 1" },
        { "class region", "`class` lies in no region of its own here" },
        { "grandchild", "rows of `pupil` are no children of `school`" },
        { "packs", "`class` wants no packs, schools do" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shape_that_does_not_fit_the_schema_is_the_callers_error(string which, string expected)
    {
        RowShape<ClassObject> classes = new RowShape<ClassObject>("class", c => c.Id).Below(c => c.School);
        Action<SnapshotBuilder> add = which switch
        {
            "table" => b => b.AddRows(new RowShape<ClassObject>("clas", c => c.Id), []),
            "field" => b => b.AddRows(classes.Number("enrolmnt", c => c.Pupils), []),
            "type" => b => b.AddRows(classes.Text("enrolment", c => c.Stage), []),
            "nested field" => b => b.AddRows(ObjectShapes.Schools.Children(new RowShape<ClassObject>("class", c => c.Id).Number("grad", c => c.Grade), s => s.Classes), []),
            "list" => b => b.AddRows(ObjectShapes.Schools.List("clases", s => s.ClassesAreComplete), []),
            "region list" => b => b.AddRows(new RowShape<SchoolObject>("region", s => s.Code).List("schools", s => s.Boarding), []),
            "no key" => b => b.AddRows(ObjectShapes.Classes, []),
            "few keys" => b => b.AddRows(ObjectShapes.Pupils.Below(p => p.Class), []),
            "nested key" => b => b.AddRows(new RowShape<SchoolObject>("school", s => s.Code).Children(classes, s => s.Classes), []),
            "school key" => b => b.AddRows(new RowShape<SchoolObject>("school", s => s.Code).Below(s => s.County), []),
            "class region" => b => b.AddRows(classes.Region(c => c.School), []),
            "grandchild" => b => b.AddRows(new RowShape<SchoolObject>("school", s => s.Code).Children(ObjectShapes.Pupils, _ => []), []),
            _ => b => b.AddRows(classes.Packs(c => c.Clubs), []),
        };
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => ObjectShapes.Read(add)).Message);
    }

    [Fact]
    public void A_field_is_given_once() =>
        Assert.Throws<ArgumentException>("field", () => ObjectShapes.Classes.Number("grade", c => c.Grade));

    [Fact]
    public void Values_that_cannot_be_used_are_unknown_and_listed_at_the_number_of_their_object()
    {
        ClassObject[] classes =
        [
            new("1") { Pupils = 201 }, new("2") { Height = double.NaN }, new("3") { Stage = "primry" }, new("4") { Clubs = ["go", "chess"] }, new("5") { Clubs = [null!] },
            new("6") { Starts = new TimeOnly(8, 20, 30) }, new("7") { Ends = TimeSpan.FromHours(48) }, new("8") { Ends = new TimeSpan(12, 0, 0) }, new("9") { Share = 0.55m },
            new("10") { Stage = "\uD83D" }, new("11") { Height = double.NegativeInfinity }, new("12") { Height = double.MaxValue },
        ];
        Snapshot snapshot = ObjectShapes.ReadClasses(null, classes).Value;
        Assert.Equal(12, snapshot.Data.Rows["class"]);
        Assert.Equal(
            [
                "1 CR4024 enrolment 201", "2 CR4064 height NaN", "3 CR4024 stage primry", "4 CR4024 clubs chess", "5 CR4064 clubs null", "6 CR4064 starts 8:20:30",
                "7 CR4064 ends 48:00", "8 CR4024 ends 12:00", "9 CR4024 share 0.55", "10 CR4064 stage \uFFFD", "11 CR4064 height -Infinity", "12 CR4064 height 1.7976931348623157E+308",
            ],
            snapshot.Data.Issues.Select(i => $"{i.Span!.Line} {i.Code} {i.Arguments[1]} {i.Arguments[2]}"));
        Assert.Equal("primary", snapshot.Data.Issues[2].DidYouMean);
        Assert.All(snapshot.Data.Issues, i => Assert.Equal("o/class", i.Span!.File));
        Assert.Equal(UnknownReason.OutOfRange, snapshot.Table("class").Column("enrolment")!.ReasonAt(0));
    }

    [Fact]
    public void A_region_code_that_is_none_is_listed_and_the_school_lies_nowhere()
    {
        Snapshot snapshot = ObjectShapes.Read(null, new SchoolObject("S") { County = "37-x" }).Value;
        Assert.Equal("o/school(1): warning CR4025: `37-x`", Assert.Single(snapshot.Data.Issues).ToString()[..35]);
        Assert.Equal((-1, 0), (snapshot.Table("school").Parent(0), snapshot.Data.SchoolsWithoutRegion));
    }

    [Fact]
    public void Objects_that_cannot_be_rows_are_refused_or_skipped_and_listed()
    {
        static void Fill(SnapshotBuilder builder)
        {
            builder.AddRows(ObjectShapes.Schools, [new("S"), null!, new("S"), new(" "), new("\uDC00")]);
            builder.AddRows(ObjectShapes.FlatClasses, [new("1", "S"), new("1", "S"), new("2", "T"), new("3"), new(null, "S")]);
            builder.AddRows(ObjectShapes.FlatClasses, [new("1", "S")]);
        }

        string[] expected =
        [
            "o/class(2) CR4015", "o/class(3) CR4016", "o/class(4) CR4065", "o/class(5) CR4014", "o/class(6) CR4015",
            "o/school(2) CR4100", "o/school(3) CR4015", "o/school(4) CR4014", "o/school(5) CR4075",
        ];
        Assert.Equal(expected, ObjectShapes.Read(Fill).Diagnostics.Select(d => $"{d.Span} {d.Code}").Order(StringComparer.Ordinal));
        Snapshot skipped = ObjectShapes.Read(Fill, Skip).Value;
        Assert.Equal(expected, skipped.Data.Skipped.Select(d => $"{d.Span} {d.Code}").Order(StringComparer.Ordinal));
        Assert.Equal("S/1", Assert.Single(skipped.Table("class").Keys()));
    }

    [Fact]
    public void What_is_nested_in_a_skipped_object_is_listed_too()
    {
        SchoolObject twice = new("S") { Classes = [new("1") { Pupil = [new("secret")] }, null!] };
        Checked<Snapshot> refused = ObjectShapes.Read(null, new SchoolObject("S"), twice);
        Assert.Equal("CR4015", refused.Diagnostics.Codes());
        Snapshot snapshot = ObjectShapes.Read(Skip, new SchoolObject("S"), twice).Value;
        Assert.Equal(
            ["o/class(1) CR4101", "o/class(2) CR4100", "o/pupil(1) CR4101", "o/school(2) CR4015"],
            snapshot.Data.Skipped.Select(d => $"{d.Span} {d.Code}").Order(StringComparer.Ordinal));
        Assert.Equal("`pupil` `…` lies below a `class` that was refused, so it cannot be used either", snapshot.Data.Skipped.Single(d => d.Span!.File == "o/pupil").Message(TextLanguage.English));
        Assert.False(snapshot.IsReported("school", "S", "classes"));
    }

    [Fact]
    public void Reading_ends_after_a_hundred_problems()
    {
        int looked = 0;
        bool goOn = true;
        Checked<Snapshot> read = ObjectShapes.Read(builder =>
        {
            builder.AddRows(ObjectShapes.Schools, Enumerable.Range(0, 1000).Select(_ => new SchoolObject(looked++ < 0 ? "S" : null)));
            goOn = builder.AddRows(ObjectShapes.Schools, [new("S")]);
        });
        Assert.Equal((100, false, 101), (looked, goOn, read.Diagnostics.Length));
    }

    [Fact]
    public void Objects_without_a_source_stand_in_their_table()
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        builder.AddRows(ObjectShapes.Schools, [new(null)]);
        Assert.Equal("school(1)", Assert.Single(builder.Build().Diagnostics).Span!.ToString());
    }

    [Fact]
    public void What_a_lambda_throws_is_the_callers() =>
        Assert.Throws<DivideByZeroException>(() => ObjectShapes.Read(builder => builder.AddRows(new RowShape<SchoolObject>("school", _ => throw new DivideByZeroException()), [new("S")])));
}
