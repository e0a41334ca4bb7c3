namespace ComplianceRules.Benchmarks;

/// <summary>The limits of the benchmark pack that go by stage, and which rules apply: written out for the contenders that are written by hand.</summary>
/// <remarks>Limits of tenths and minutes are in the units of <see cref="ClassFacts"/>. A limit that a stage has none of does not count: its rule does not apply there.</remarks>
internal struct StageLaw
{
    public byte SizeMax;
    public byte WrittenMax;
    public byte PeMin;
    public byte SleepMin;
    public byte ExamsMax;
    public ushort StartEarliest;
    public ushort LightsLatest;
    public double MyopiaMax;

    /// <summary>A bit for each rule of classes that applies in the stage, whatever the grade.</summary>
    public uint Applies;

    /// <summary>Rules of boarders, which depend on the school.</summary>
    public const uint Boarders = (1u << 16) | (1u << 17);

    private const uint AllRules = (1u << 24) - 1;

    // By stage: size.max, size.min, homework.parents, time.rest, exams.max, devices.phones; by an entry for the stage: homework.written, exercise.lessons, time.start, health.myopia.
    private const uint NotOfSeniors = (1u << 0) | (1u << 1) | (1u << 6) | (1u << 13) | (1u << 18) | (1u << 22) | (1u << 3) | (1u << 9) | (1u << 11) | (1u << 21);
    private const uint OfGrades1To2 = (1u << 4) | (1u << 19);
    private const uint OfGrades3To9 = (1u << 3) | (1u << 5);
    private const uint OfGrades1To9 = (1u << 7) | (1u << 8) | (1u << 9) | (1u << 11) | (1u << 12) | (1u << 21);

    /// <summary>Primary, junior and senior.</summary>
    public static StageLaw[] Stages { get; } =
    [
        new() { SizeMax = 45, WrittenMax = 60, PeMin = 4, SleepMin = 100, ExamsMax = 1, StartEarliest = 500, LightsLatest = 1280, MyopiaMax = 38.5, Applies = AllRules },
        new() { SizeMax = 50, WrittenMax = 90, PeMin = 3, SleepMin = 90, ExamsMax = 2, StartEarliest = 480, LightsLatest = 1320, MyopiaMax = 60, Applies = AllRules },
        new() { SleepMin = 80, LightsLatest = 1380, Applies = AllRules & ~NotOfSeniors },
    ];

    /// <summary>For grades 0 to 12, a bit for each rule of classes that applies in the grade, whatever the stage.</summary>
    public static uint[] Grades { get; } =
    [
        .. Enumerable.Range(0, 13).Select(grade => AllRules
            & ~(grade is >= 1 and <= 2 ? 0 : OfGrades1To2) & ~(grade is >= 3 and <= 9 ? 0 : OfGrades3To9) & ~(grade is >= 1 and <= 9 ? 0 : OfGrades1To9)),
    ];
}
