using CsvHelper;

namespace ComplianceRules.Benchmarks;

/// <summary>A class as an object with facts that may be null: what serializers of JSON and CSV make.</summary>
[CsvRecord]
internal sealed partial class ClassRow
{
    [CsvColumn("id")]
    public string? Id { get; set; }

    /// <summary>The id of the school, in CSV only.</summary>
    [CsvColumn("school")]
    public string? School { get; set; }

    [CsvColumn("grade")]
    public int Grade { get; set; }

    [CsvColumn("stage")]
    public string? Stage { get; set; }

    [CsvColumn("kind")]
    public string? Kind { get; set; }

    [CsvColumn("enrolment")]
    public int? Enrolment { get; set; }

    [CsvColumn("written_minutes")]
    public int? WrittenMinutes { get; set; }

    [CsvColumn("activity_minutes")]
    public int? ActivityMinutes { get; set; }

    [CsvColumn("pe_lessons")]
    public int? PeLessons { get; set; }

    [CsvColumn("lessons_start")]
    public string? LessonsStart { get; set; }

    [CsvColumn("lights_out")]
    public string? LightsOut { get; set; }

    [CsvColumn("sleep_hours")]
    public double? SleepHours { get; set; }

    [CsvColumn("exams_term")]
    public int? ExamsTerm { get; set; }

    [CsvColumn("room_area")]
    public double? RoomArea { get; set; }

    [CsvColumn("myopia_rate")]
    public double? MyopiaRate { get; set; }

    [CsvColumn("phones_in_class")]
    public bool? PhonesInClass { get; set; }

    [CsvColumn("parents_mark")]
    public bool? ParentsMark { get; set; }

    /// <summary>The facts as the hand-written rules want them.</summary>
    /// <param name="school">The number of the school.</param>
    public ClassFacts Facts(int school)
    {
        ClassFacts facts = new() { School = school, Grade = (byte)Grade, Stage = (byte)Words.Code(Names.Stages, Stage) };
        Known known = default;
        facts.Kind = (byte)known.Take(Kind is { } kind ? Words.Code(Names.Kinds, kind) : null);
        facts.Enrolment = (byte)known.Take(Enrolment);
        facts.WrittenMinutes = (byte)known.Take(WrittenMinutes);
        facts.ActivityMinutes = (ushort)known.Take(ActivityMinutes);
        facts.PeLessons = (byte)known.Take(PeLessons);
        facts.LessonsStart = (ushort)known.Take(LessonsStart is { } start ? Words.Minutes(start) : null);
        facts.LightsOut = (ushort)known.Take(LightsOut is { } lights ? Words.Evening(Words.Minutes(lights)) : null);
        facts.SleepHours = (byte)known.Take(Words.Tenths(SleepHours));
        facts.ExamsTerm = (byte)known.Take(ExamsTerm);
        facts.RoomArea = (ushort)known.Take(Words.Tenths(RoomArea));
        facts.MyopiaRate = known.Take(MyopiaRate);
        facts.PhonesInClass = known.Take(PhonesInClass);
        facts.ParentsMark = known.Take(ParentsMark);
        facts.Known = (ushort)known.Bits;
        return facts;
    }
}
