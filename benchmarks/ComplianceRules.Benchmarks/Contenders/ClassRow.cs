namespace ComplianceRules.Benchmarks;

/// <summary>A class as an object with facts that may be null: what delegates and serializers work on.</summary>
internal sealed class ClassRow
{
    public string? Id { get; init; }

    public int? Grade { get; init; }

    public string? Stage { get; init; }

    public string? Kind { get; init; }

    public int? Enrolment { get; init; }

    public int? WrittenMinutes { get; init; }

    public int? ActivityMinutes { get; init; }

    public int? PeLessons { get; init; }

    public string? LessonsStart { get; init; }

    public string? LightsOut { get; init; }

    public double? SleepHours { get; init; }

    public int? ExamsTerm { get; init; }

    public double? RoomArea { get; init; }

    public double? MyopiaRate { get; init; }

    public bool? PhonesInClass { get; init; }

    public bool? ParentsMark { get; init; }
}
