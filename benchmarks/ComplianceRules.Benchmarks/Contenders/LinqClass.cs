namespace ComplianceRules.Benchmarks;

/// <summary>A class as delegates see it: an object whose facts may be null, with its school.</summary>
internal sealed class LinqClass
{
    public LinqClass(in ClassFacts facts, LinqSchool school)
    {
        ClassFact known = (ClassFact)facts.Known;
        School = school;
        Grade = facts.Grade;
        Stage = facts.Stage;
        Kind = known.HasFlag(ClassFact.Kind) ? facts.Kind : null;
        Enrolment = known.HasFlag(ClassFact.Enrolment) ? facts.Enrolment : null;
        Written = known.HasFlag(ClassFact.WrittenMinutes) ? facts.WrittenMinutes : null;
        Activity = known.HasFlag(ClassFact.ActivityMinutes) ? facts.ActivityMinutes : null;
        Lessons = known.HasFlag(ClassFact.PeLessons) ? facts.PeLessons : null;
        Start = known.HasFlag(ClassFact.LessonsStart) ? facts.LessonsStart : null;
        Lights = known.HasFlag(ClassFact.LightsOut) ? facts.LightsOut : null;
        Sleep = known.HasFlag(ClassFact.SleepHours) ? facts.SleepHours / 10.0 : null;
        Exams = known.HasFlag(ClassFact.ExamsTerm) ? facts.ExamsTerm : null;
        Area = known.HasFlag(ClassFact.RoomArea) ? facts.RoomArea / 10.0 : null;
        Myopia = known.HasFlag(ClassFact.MyopiaRate) ? facts.MyopiaRate : null;
        Phones = known.HasFlag(ClassFact.PhonesInClass) ? facts.PhonesInClass : null;
        Parents = known.HasFlag(ClassFact.ParentsMark) ? facts.ParentsMark : null;
    }

    public LinqSchool School { get; }

    public int Grade { get; }

    public int Stage { get; }

    public int? Kind { get; }

    public int? Enrolment { get; }

    public int? Written { get; }

    public int? Activity { get; }

    public int? Lessons { get; }

    public int? Start { get; }

    public int? Lights { get; }

    public double? Sleep { get; }

    public int? Exams { get; }

    public double? Area { get; }

    public double? Myopia { get; }

    public bool? Phones { get; }

    public bool? Parents { get; }
}
