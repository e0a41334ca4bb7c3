namespace ComplianceRules.Benchmarks;

/// <summary>Makes the facts of one school at a time, so that a nation needs no memory. A school's facts depend on the seed and its number alone.</summary>
internal sealed class MadeUpNation
{
    private static readonly (int First, int Last)[] Grades = [(1, 6), (7, 9), (1, 9), (10, 12), (1, 12)];

    private readonly ulong _missing;
    private readonly uint _broken;
    private readonly CountyCodes _codes;

    public MadeUpNation(NationShape shape)
    {
        Shape = shape.Checked();
        _missing = (ulong)(shape.MissingPercent / 100 * (1UL << 32));
        _broken = (uint)(shape.ViolationPercent / 100 * (1U << 16));
        _codes = new CountyCodes(shape.Regions);
    }

    public NationShape Shape { get; }

    public int RegionOf(int school) => _codes[school / Shape.SchoolsOfARegion];

    /// <summary>The codes of all counties that have a school.</summary>
    public IEnumerable<int> Regions => Enumerable.Range(0, (Shape.Schools + Shape.SchoolsOfARegion - 1) / Shape.SchoolsOfARegion).Select(county => _codes[county]);

    /// <summary>The number of a school within its county, from 1.</summary>
    public int SerialOf(int school) => (school % Shape.SchoolsOfARegion) + 1;

    /// <summary>The number of a class within its grade, from 1.</summary>
    public static int SerialOf(ReadOnlySpan<ClassFacts> classes, int at)
    {
        int first = at;
        while (first > 0 && classes[first - 1].Grade == classes[at].Grade) first--;
        return at - first + 1;
    }

    /// <summary>Makes a school and its classes, by grade in ascending order.</summary>
    /// <param name="number">The school's number, from 0.</param>
    /// <param name="school">Becomes the school's facts.</param>
    /// <param name="classes">Become the facts of its classes.</param>
    public void Make(int number, out SchoolFacts school, Span<ClassFacts> classes)
    {
        SplitMix64 numbers = SplitMix64.Of(Shape.Seed, number);
        int type = numbers.Below(20) switch { < 10 => 0, < 14 => 1, < 17 => 2, < 19 => 3, _ => 4 };
        school = MakeSchool(new MadeUpFact(new SplitMix64(numbers.Next()), _missing, _broken), type);
        school.Region = RegionOf(number);
        (int first, int last) = Grades[type];
        for (int i = 0; i < classes.Length; i++)
        {
            int grade = first + (i * (last - first + 1) / classes.Length);
            classes[i] = MakeClass(new MadeUpFact(new SplitMix64(numbers.Next()), _missing, _broken), grade);
            classes[i].School = number;
        }
    }

    // The order of the draws is that of the bits of SchoolFact.
    private static SchoolFacts MakeSchool(MadeUpFact draw, int type)
    {
        SchoolFacts made = default;
        made.Type = (byte)draw.Draw((type, type), (type, type));
        made.Boarding = draw.Draw((0, 9), (0, 9)) < 3;
        made.NoonRest = draw.Draw(kept: true);
        made.Canteen = draw.Draw(kept: true);
        made.Pupils = (ushort)draw.Draw((400, 1_500), (20, 99));
        made.Teachers = (ushort)(draw.Draw((1, 8), (-15, -5)) + Math.Max(16, made.Pupils / 16));
        made.PlaygroundArea = (ushort)draw.Draw((2_000, 20_000), (500, 1_999));
        made.Books = draw.Draw((20_000, 60_000), (500, 16_000));
        made.Participation = (ushort)draw.Draw((900, 1_000), (400, 899));
        made.SafetyDrills = (byte)draw.Draw((4, 12), (0, 3));
        made.Doctors = (byte)draw.Draw((1, 3), (0, 0));
        made.Funding = draw.Draw((650_051, 2_000_000), (100_000, 650_050)) / 100.0;
        made.Known = (ushort)draw.Known;
        return WithoutUnknown(made);
    }

    // The order of the draws is that of the bits of ClassFact.
    private static ClassFacts MakeClass(MadeUpFact draw, int grade)
    {
        ClassFacts made = default;
        made.Grade = (byte)grade;
        made.Stage = (byte)(grade <= 6 ? 0 : grade <= 9 ? 1 : 2);
        made.Kind = (byte)draw.Draw((0, 1), (2, 2));
        made.Enrolment = (byte)draw.Draw((30, 45), (46, 75));
        made.WrittenMinutes = (byte)(grade <= 2 ? draw.Draw((0, 0), (5, 40)) : draw.Draw((10, 60), (61, 150)));
        made.ActivityMinutes = (ushort)draw.Draw((120, 180), (40, 119));
        made.PeLessons = (byte)draw.Draw((4, 6), (0, 3));
        made.LessonsStart = (ushort)draw.Draw((500, 540), (420, 499));
        made.LightsOut = (ushort)draw.Draw((1_230, 1_280), (1_281, 1_530));
        made.SleepHours = (byte)draw.Draw((100, 110), (70, 99));
        made.ExamsTerm = (byte)draw.Draw((0, grade <= 2 ? 0 : 1), (2, 6));
        made.RoomArea = (ushort)draw.Draw((505, 800), (300, 504));
        made.MyopiaRate = draw.Draw((0, 3_850), (3_851, 8_000)) / 100.0;
        made.PhonesInClass = draw.Draw(kept: false);
        made.ParentsMark = draw.Draw(kept: false);
        made.Known = (ushort)draw.Known;
        return WithoutUnknown(made);
    }

    private static SchoolFacts WithoutUnknown(SchoolFacts made)
    {
        SchoolFact known = (SchoolFact)made.Known;
        if (!known.HasFlag(SchoolFact.Type)) made.Type = 0;
        if (!known.HasFlag(SchoolFact.Boarding)) made.Boarding = false;
        if (!known.HasFlag(SchoolFact.NoonRest)) made.NoonRest = false;
        if (!known.HasFlag(SchoolFact.Canteen)) made.Canteen = false;
        if (!known.HasFlag(SchoolFact.Pupils)) made.Pupils = 0;
        if (!known.HasFlag(SchoolFact.Teachers)) made.Teachers = 0;
        if (!known.HasFlag(SchoolFact.PlaygroundArea)) made.PlaygroundArea = 0;
        if (!known.HasFlag(SchoolFact.Books)) made.Books = 0;
        if (!known.HasFlag(SchoolFact.Participation)) made.Participation = 0;
        if (!known.HasFlag(SchoolFact.SafetyDrills)) made.SafetyDrills = 0;
        if (!known.HasFlag(SchoolFact.Doctors)) made.Doctors = 0;
        if (!known.HasFlag(SchoolFact.Funding)) made.Funding = 0;
        return made;
    }

    private static ClassFacts WithoutUnknown(ClassFacts made)
    {
        ClassFact known = (ClassFact)made.Known;
        if (!known.HasFlag(ClassFact.Kind)) made.Kind = 0;
        if (!known.HasFlag(ClassFact.Enrolment)) made.Enrolment = 0;
        if (!known.HasFlag(ClassFact.WrittenMinutes)) made.WrittenMinutes = 0;
        if (!known.HasFlag(ClassFact.ActivityMinutes)) made.ActivityMinutes = 0;
        if (!known.HasFlag(ClassFact.PeLessons)) made.PeLessons = 0;
        if (!known.HasFlag(ClassFact.LessonsStart)) made.LessonsStart = 0;
        if (!known.HasFlag(ClassFact.LightsOut)) made.LightsOut = 0;
        if (!known.HasFlag(ClassFact.SleepHours)) made.SleepHours = 0;
        if (!known.HasFlag(ClassFact.ExamsTerm)) made.ExamsTerm = 0;
        if (!known.HasFlag(ClassFact.RoomArea)) made.RoomArea = 0;
        if (!known.HasFlag(ClassFact.MyopiaRate)) made.MyopiaRate = 0;
        if (!known.HasFlag(ClassFact.PhonesInClass)) made.PhonesInClass = false;
        if (!known.HasFlag(ClassFact.ParentsMark)) made.ParentsMark = false;
        return made;
    }
}
