using System.Runtime.CompilerServices;

namespace ComplianceRules.Benchmarks;

/// <summary>hand2: the forty rules written out in C# over structs of narrow fields, for facts that are all known.</summary>
/// <remarks>
/// Without branches, for a branch that is mispredicted costs more than twenty rules. Limits are constants, or lie by stage in a table that stays in the first cache; so do the
/// bits of the rules that apply. What is known to be a pass is not written: a row's verdicts are two words, broken and outside.
/// </remarks>
internal static class Hand2
{
    private const int RowsOfACall = 16 * 1024;

    /// <summary>Judges all rows.</summary>
    public static void Judge(NationRows rows, HandMasks masks)
    {
        for (int start = 0; start < rows.Classes.Length; start += RowsOfACall)
            JudgeClasses(rows, masks, start, Math.Min(start + RowsOfACall, rows.Classes.Length));
        for (int i = 0; i < rows.Schools.Length; i++)
        {
            ref readonly SchoolFacts school = ref rows.Schools[i];
            uint outside = Outside(in school);
            masks.OutsideSchools[i] = outside;
            masks.BrokenSchools[i] = Broken(in school) & ~outside;
        }
    }

    private static void JudgeClasses(NationRows rows, HandMasks masks, int start, int end)
    {
        StageLaw[] stages = StageLaw.Stages;
        uint[] grades = StageLaw.Grades;
        SchoolFacts[] schools = rows.Schools;
        ReadOnlySpan<ClassFacts> classes = rows.Classes.AsSpan(start, end - start);
        Span<uint> broken = masks.BrokenClasses.AsSpan(start, classes.Length);
        Span<uint> outside = masks.OutsideClasses.AsSpan(start, classes.Length);
        for (int i = 0; i < classes.Length; i++)
        {
            ref readonly ClassFacts row = ref classes[i];
            ref readonly StageLaw law = ref stages[row.Stage];
            ref readonly SchoolFacts school = ref schools[row.School];
            uint applies = law.Applies & grades[row.Grade] & ~(Bit(!school.Boarding) * StageLaw.Boarders);
            outside[i] = ~applies & ((1u << 24) - 1);
            broken[i] = Broken(in row, in law, in school) & applies;
        }
    }

    /// <summary>Judges all rows, listing what is broken and counting everything.</summary>
    public static void List(NationRows rows, HandList list)
    {
        list.Clear();
        for (int start = 0; start < rows.Classes.Length; start += RowsOfACall)
            ListClasses(rows, list, start, Math.Min(start + RowsOfACall, rows.Classes.Length));
        for (int i = 0; i < rows.Schools.Length; i++)
        {
            ref readonly SchoolFacts school = ref rows.Schools[i];
            uint outside = Outside(in school);
            list.Take(i, Broken(in school) & ~outside, 0, BenchRules.OfClasses.Length);
            list.CountSchool(outside);
        }
    }

    private static void ListClasses(NationRows rows, HandList list, int start, int end)
    {
        StageLaw[] stages = StageLaw.Stages;
        uint[] grades = StageLaw.Grades;
        SchoolFacts[] schools = rows.Schools;
        ReadOnlySpan<ClassFacts> classes = rows.Classes.AsSpan(start, end - start);
        for (int i = 0; i < classes.Length; i++)
        {
            ref readonly ClassFacts row = ref classes[i];
            ref readonly StageLaw law = ref stages[row.Stage];
            ref readonly SchoolFacts school = ref schools[row.School];
            uint applies = law.Applies & grades[row.Grade] & ~(Bit(!school.Boarding) * StageLaw.Boarders);
            list.Take(start + i, Broken(in row, in law, in school) & applies, 0, 0);
            list.CountClass(in row, in school);
        }
    }

    /// <summary>A bit for each rule of classes whose condition does not hold.</summary>
    /// <remarks>The room that is left below or above a limit is negative where the rule is broken: its sign is the bit. Half the instructions of a comparison.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Broken(in ClassFacts row, in StageLaw law, in SchoolFacts school)
    {
        uint bits = Sign(15 - row.Enrolment) & Bit(row.Kind == 2);
        bits = Push(bits, -One(row.PhonesInClass));
        bits = (bits << 1) | Bit(row.MyopiaRate > law.MyopiaMax);
        bits = Push(bits, row.RoomArea - 505);
        bits = Push(bits, -row.ExamsTerm);
        bits = Push(bits, law.ExamsMax - row.ExamsTerm);
        bits = Push(bits, row.LightsOut - 1200);
        bits = Push(bits, law.LightsLatest - row.LightsOut);
        bits = Push(bits, 140 - row.SleepHours);
        bits = Push(bits, row.SleepHours - law.SleepMin);
        bits = (bits << 1) | (Sign(row.LessonsStart - 500) & Bit(!school.NoonRest));
        bits = Push(bits, 570 - row.LessonsStart);
        bits = Push(bits, row.LessonsStart - law.StartEarliest);
        bits = Push(bits, (row.PeLessons - 1) | (12 - row.PeLessons));
        bits = Push(bits, row.PeLessons - law.PeMin);
        bits = Push(bits, 300 - row.ActivityMinutes);
        bits = Push(bits, row.ActivityMinutes - 120);
        bits = Push(bits, -One(row.ParentsMark));
        bits = (bits << 1) | (Sign(row.WrittenMinutes - 10) & Sign(row.Kind - 1));
        bits = Push(bits, -row.WrittenMinutes);
        bits = Push(bits, law.WrittenMax - row.WrittenMinutes);
        bits = Push(bits, 65 - row.Enrolment);
        bits = Push(bits, row.Enrolment - 10);
        return Push(bits, law.SizeMax - row.Enrolment);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Push(uint bits, int room) => bits + bits + ((uint)room >> 31);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Sign(int room) => (uint)room >> 31;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int One(bool isSet) => isSet ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool isSet) => isSet ? 1u : 0;

    /// <summary>A bit for each rule of schools whose condition does not hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Broken(in SchoolFacts row)
    {
        ref readonly SchoolLaw law = ref SchoolLaw.Types[row.Type];
        return Bit(row.Participation < 900, 0)
            | Bit(row.SafetyDrills < 4, 1)
            | Bit((uint)(row.SafetyDrills - 1) > 29, 2)
            | Bit(row.Pupils > law.PupilsMax, 3)
            | Bit(row.Pupils < 100, 4)
            | Bit(row.Pupils > 19 * row.Teachers, 5)
            | Bit(row.PlaygroundArea < 2000, 6)
            | Bit(row.Books < 5000, 7)
            | Bit(row.Books < law.BooksMin, 8)
            | Bit(!row.NoonRest, 9)
            | Bit(!row.Canteen & row.Boarding, 10)
            | Bit(row.Doctors < 1, 11)
            | Bit(row.Doctors < 1 & row.Pupils >= 600, 12)
            | Bit(row.Funding < 6500.5, 13)
            | Bit(row.Funding > 30_000, 14)
            | Bit(row.Type < 3 & (row.Participation < 600 | row.SafetyDrills < 2), 15);
    }

    private static uint Outside(in SchoolFacts row) => ((1u << 16) - 1) & ~(SchoolLaw.Types[row.Type].Applies & ~(Bit(!row.Boarding) * SchoolLaw.Boarders));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool isSet, int rule) => (isSet ? 1u : 0u) << rule;
}
