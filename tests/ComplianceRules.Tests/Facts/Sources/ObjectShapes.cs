using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>The shapes of the caller's objects, and the ways to read them.</summary>
internal static class ObjectShapes
{
    public static RowShape<PupilObject> Pupils { get; } = new("pupil", p => p.Id);

    public static RowShape<ClassObject> Classes { get; } = new RowShape<ClassObject>("class", c => c.Id)
        .Number("grade", c => c.Grade)
        .Number("enrolment", c => c.Pupils)
        .Number("share", c => c.Share)
        .Number("height", c => c.Height)
        .Text("stage", c => c.Stage)
        .Date("founded", c => c.Founded)
        .Time("starts", c => c.Starts)
        .Time("ends", c => c.Ends)
        .Set("clubs", c => c.Clubs)
        .Children(Pupils, c => c.Pupil);

    public static RowShape<ClassObject> FlatClasses { get; } = Classes.Below(c => c.School);

    public static RowShape<SchoolObject> Schools { get; } = new RowShape<SchoolObject>("school", s => s.Code)
        .Region(s => s.County)
        .Packs(s => s.Packs)
        .Text("name", s => s.Name)
        .Bool("boarding", s => s.Boarding)
        .List("classes", s => s.ClassesAreComplete)
        .Children(Classes, s => s.Classes);

    public static Checked<Snapshot> Read(Action<SnapshotBuilder> fill, SnapshotOptions? options = null) =>
        new ObjectSnapshotSource("o", fill).Read(SampleFacts.Schema, options ?? new SnapshotOptions(), CancellationToken.None);

    public static Checked<Snapshot> Read(SnapshotOptions? options, params SchoolObject[] schools) => Read(builder => builder.AddRows(Schools, schools), options);

    /// <summary>Reads one school with classes.</summary>
    public static Checked<Snapshot> ReadClasses(SnapshotOptions? options, params ClassObject[] classes) => Read(options, new SchoolObject("S") { Classes = classes });
}
