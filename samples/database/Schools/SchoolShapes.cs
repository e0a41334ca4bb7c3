using ComplianceRules.Facts;

namespace DatabaseSample.Schools;

/// <summary>Which property of an entity is which fact of the rule packs.</summary>
internal static class SchoolShapes
{
    private static readonly RowShape<SchoolClass> Class = new RowShape<SchoolClass>("class", c => c.Number)
        .Number("grade", c => (long?)c.Grade)
        .Number("enrolment", c => (long?)c.Pupils)
        .Number("written_minutes", c => (long?)c.HomeworkMinutes);

    /// <summary>A school with its classes.</summary>
    public static RowShape<School> School { get; } = new RowShape<School>("school", s => s.Code)
        .Region(s => s.County)
        .Text("name", s => s.Name)
        .Children(Class, s => s.Classes);
}
