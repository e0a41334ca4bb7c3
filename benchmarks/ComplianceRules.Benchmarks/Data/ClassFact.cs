namespace ComplianceRules.Benchmarks;

/// <summary>The facts of a class that may be missing, a bit each.</summary>
[Flags]
internal enum ClassFact
{
    None = 0,
    Kind = 1 << 0,
    Enrolment = 1 << 1,
    WrittenMinutes = 1 << 2,
    ActivityMinutes = 1 << 3,
    PeLessons = 1 << 4,
    LessonsStart = 1 << 5,
    LightsOut = 1 << 6,
    SleepHours = 1 << 7,
    ExamsTerm = 1 << 8,
    RoomArea = 1 << 9,
    MyopiaRate = 1 << 10,
    PhonesInClass = 1 << 11,
    ParentsMark = 1 << 12,
}
