using System.Runtime.CompilerServices;

namespace ComplianceRules.Benchmarks;

/// <summary>hand3 with branches: for each fact of the struct, if it is not known its rules are open, else its conditions are asked. The way most people would write it.</summary>
/// <remarks>Faster than <see cref="Hand3"/> only while the branches can be foretold; the better of the two counts.</remarks>
internal static class Hand3Branching
{
    private const int RowsOfACall = 16 * 1024;

    /// <summary>Judges all rows.</summary>
    public static void Judge(NationRows rows, HandMasks masks)
    {
        for (int start = 0; start < rows.Classes.Length; start += RowsOfACall)
            JudgeClasses(rows, masks, start, Math.Min(start + RowsOfACall, rows.Classes.Length));
        for (int i = 0; i < rows.Schools.Length; i++)
        {
            RowVerdicts verdicts = Hand3.Verdicts(in rows.Schools[i]);
            masks.BrokenSchools[i] = verdicts.Broken;
            masks.OpenSchools[i] = verdicts.Open;
            masks.OutsideSchools[i] = verdicts.Outside;
        }
    }

    private static void JudgeClasses(NationRows rows, HandMasks masks, int start, int end)
    {
        StageLaw[] stages = StageLaw.Stages;
        uint[] grades = StageLaw.Grades;
        SchoolFacts[] schools = rows.Schools;
        ReadOnlySpan<ClassFacts> classes = rows.Classes.AsSpan(start, end - start);
        Span<uint> broken = masks.BrokenClasses.AsSpan(start, classes.Length);
        Span<uint> open = masks.OpenClasses.AsSpan(start, classes.Length);
        Span<uint> outside = masks.OutsideClasses.AsSpan(start, classes.Length);
        for (int i = 0; i < classes.Length; i++)
        {
            ref readonly ClassFacts row = ref classes[i];
            RowVerdicts verdicts = Verdicts(in row, in stages[row.Stage], grades[row.Grade], in schools[row.School]);
            broken[i] = verdicts.Broken;
            open[i] = verdicts.Open;
            outside[i] = verdicts.Outside;
        }
    }

    /// <summary>Judges all rows, listing what is broken or open and counting everything.</summary>
    public static void List(NationRows rows, HandList list)
    {
        list.Clear();
        for (int start = 0; start < rows.Classes.Length; start += RowsOfACall)
            ListClasses(rows, list, start, Math.Min(start + RowsOfACall, rows.Classes.Length));
        for (int i = 0; i < rows.Schools.Length; i++)
        {
            RowVerdicts verdicts = Hand3.Verdicts(in rows.Schools[i]);
            list.Take(i, verdicts.Broken, verdicts.Open, BenchRules.OfClasses.Length);
            list.CountSchool(verdicts.Outside);
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
            ref readonly SchoolFacts school = ref schools[row.School];
            RowVerdicts verdicts = Verdicts(in row, in stages[row.Stage], grades[row.Grade], in school);
            list.Take(start + i, verdicts.Broken, verdicts.Open, 0);
            list.CountClass(in row, in school);
        }
    }

    /// <summary>The verdicts of a class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowVerdicts Verdicts(in ClassFacts row, in StageLaw law, uint ofGrade, in SchoolFacts school)
    {
        uint known = row.Known;
        uint broken = 0;
        uint open = 0;
        if ((known & 1 << 1) == 0) open |= 0b111;
        else broken |= Bit(row.Enrolment > law.SizeMax, 0) | Bit(row.Enrolment < 10, 1) | Bit(row.Enrolment >= 66, 2);
        if ((known & 1 << 2) == 0) open |= 0b11_000;
        else broken |= Bit(row.WrittenMinutes > law.WrittenMax, 3) | Bit(row.WrittenMinutes > 0, 4);
        if ((known & 1 << 12) == 0) open |= 1 << 6;
        else broken |= Bit(row.ParentsMark, 6);
        if ((known & 1 << 3) == 0) open |= 0b11 << 7;
        else broken |= Bit(row.ActivityMinutes < 120, 7) | Bit(row.ActivityMinutes > 300, 8);
        if ((known & 1 << 4) == 0) open |= 0b11 << 9;
        else broken |= Bit(row.PeLessons < law.PeMin, 9) | Bit((uint)(row.PeLessons - 1) > 11, 10);
        if ((known & 1 << 5) == 0) open |= 0b11 << 11;
        else broken |= Bit(row.LessonsStart < law.StartEarliest, 11) | Bit(row.LessonsStart > 570, 12);
        if ((known & 1 << 7) == 0) open |= 0b11 << 14;
        else broken |= Bit(row.SleepHours < law.SleepMin, 14) | Bit(row.SleepHours > 140, 15);
        if ((known & 1 << 6) == 0) open |= 0b11 << 16;
        else broken |= Bit(row.LightsOut > law.LightsLatest, 16) | Bit(row.LightsOut < 1200, 17);
        if ((known & 1 << 8) == 0) open |= 0b11 << 18;
        else broken |= Bit(row.ExamsTerm > law.ExamsMax, 18) | Bit(row.ExamsTerm > 0, 19);
        if ((known & 1 << 9) == 0) open |= 1 << 20;
        else broken |= Bit(row.RoomArea < 505, 20);
        if ((known & 1 << 10) == 0) open |= 1 << 21;
        else broken |= Bit(row.MyopiaRate > law.MyopiaMax, 21);
        if ((known & 1 << 11) == 0) open |= 1 << 22;
        else broken |= Bit(row.PhonesInClass, 22);
        Choices(in row, in school, ref broken, ref open);
        return Applied(broken, open, ~(law.Applies & ofGrade) & ((1u << 24) - 1), in school);
    }

    // The rules with `or`: open only where no side that is known holds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Choices(in ClassFacts row, in SchoolFacts school, ref uint broken, ref uint open)
    {
        bool kind = (row.Known & 1) != 0;
        bool written = (row.Known & 1 << 2) != 0;
        if (!((kind && row.Kind != 0) || (written && row.WrittenMinutes >= 10)))
        {
            if (kind && written) broken |= 1 << 5;
            else open |= 1 << 5;
        }

        bool noonRest = (school.Known & 1 << 2) != 0;
        bool start = (row.Known & 1 << 5) != 0;
        if (!((noonRest && school.NoonRest) || (start && row.LessonsStart >= 500)))
        {
            if (noonRest && start) broken |= 1 << 13;
            else open |= 1 << 13;
        }

        bool enrolment = (row.Known & 1 << 1) != 0;
        if (!((kind && row.Kind != 2) || (enrolment && row.Enrolment <= 15)))
        {
            if (kind && enrolment) broken |= 1 << 23;
            else open |= 1 << 23;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static RowVerdicts Applied(uint broken, uint open, uint outside, in SchoolFacts school)
    {
        if ((school.Known & 1 << 1) == 0) open |= StageLaw.Boarders;
        else if (!school.Boarding) outside |= StageLaw.Boarders;
        open &= ~outside;
        return new RowVerdicts(broken & ~(open | outside), open, outside);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool isSet, int rule) => (isSet ? 1u : 0u) << rule;
}
