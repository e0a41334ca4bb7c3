using ComplianceRules.Facts;

namespace ApiSample.Schools;

/// <summary>Which property of a request is which fact of the rule packs.</summary>
internal static class SchoolShapes
{
    private static readonly RowShape<ClassRequest> Class = new RowShape<ClassRequest>("class", c => c.Id)
        .Number("grade", c => (long?)c.Grade)
        .Number("enrolment", c => (long?)c.Enrolment)
        .Number("written_minutes", c => c.WrittenMinutes)
        .Number("mean_sleep_hours", c => c.MeanSleepHours)
        .Time("lessons_start", c => c.LessonsStart);

    /// <summary>A school with its classes.</summary>
    public static RowShape<SchoolRequest> School { get; } = new RowShape<SchoolRequest>("school", s => s.Id)
        .Region(s => s.Region)
        .Text("name", s => s.Name)
        .Set("stages", s => s.Stages)
        .Bool("boarding", s => s.Boarding)
        .Children(Class, s => s.Classes);
}
