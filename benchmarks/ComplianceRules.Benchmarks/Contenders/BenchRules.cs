namespace ComplianceRules.Benchmarks;

/// <summary>The rules of the benchmark pack in its order; contenders number them so: a bit a rule of classes, then a bit a rule of schools.</summary>
internal static class BenchRules
{
    public const string Pack = "bench";

    public static string[] OfClasses { get; } =
    [
        "size.max", "size.min", "size.large", "homework.written", "homework.none", "homework.some", "homework.parents", "exercise.min",
        "exercise.max", "exercise.lessons", "exercise.range", "time.start", "time.late", "time.rest", "sleep.min", "sleep.max",
        "sleep.latest", "sleep.earliest", "exams.max", "exams.none", "room.area", "health.myopia", "devices.phones", "size.special",
    ];

    public static string[] OfSchools { get; } =
    [
        "service.min", "safety.boarders", "safety.range", "scale.max", "scale.min", "staff.ratio", "ground.area", "books.least",
        "books.min", "rest.noon", "meals.canteen", "health.boarders", "health.large", "funding.min", "funding.max", "service.safe",
    ];

    public static string[] All { get; } = [.. OfClasses, .. OfSchools];
}
