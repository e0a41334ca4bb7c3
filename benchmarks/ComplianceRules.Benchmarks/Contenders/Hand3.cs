using System.Runtime.CompilerServices;

namespace ComplianceRules.Benchmarks;

/// <summary>hand3 without branches: the forty rules written out in C# over structs with a bit for each fact that is known.</summary>
/// <remarks>Each rule gives two bits, broken and open; a fact that is not known is zero, and what its comparison says is masked. See <see cref="Hand3Branching"/> for the other way.</remarks>
internal static class Hand3
{
    private const int RowsOfACall = 16 * 1024;

    /// <summary>Judges all rows.</summary>
    public static void Judge(NationRows rows, HandMasks masks)
    {
        for (int start = 0; start < rows.Classes.Length; start += RowsOfACall)
            JudgeClasses(rows, masks, start, Math.Min(start + RowsOfACall, rows.Classes.Length));
        for (int i = 0; i < rows.Schools.Length; i++)
        {
            RowVerdicts verdicts = Verdicts(in rows.Schools[i]);
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
            RowVerdicts verdicts = Verdicts(in rows.Schools[i]);
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
        uint boarding = (uint)school.Known >> 1 & 1;
        uint outside = ((1u << 24) - 1 & ~(law.Applies & ofGrade)) | ((boarding & (school.Boarding ? 0u : 1u)) * StageLaw.Boarders);
        uint open = Open(in row, in school) & ~outside;
        return new RowVerdicts(Hand2.Broken(in row, in law, in school) & ~(open | outside), open, outside);
    }

    /// <summary>The verdicts of a school.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowVerdicts Verdicts(in SchoolFacts row)
    {
        uint unknown = ~(uint)row.Known;
        uint type = unknown & 1;
        uint boarding = unknown >> 1 & 1;
        uint outside = ((1u << 16) - 1 & ~SchoolLaw.Types[row.Type].Applies & ~(type * SchoolLaw.OfTypes)) | ((1 - boarding) * (row.Boarding ? 0u : SchoolLaw.Boarders));
        uint open = (Open(in row, unknown) | (type * SchoolLaw.OfTypes) | (boarding * SchoolLaw.Boarders)) & ~outside;
        return new RowVerdicts(Hand2.Broken(in row) & ~(open | outside), open, outside);
    }

    // A rule of one fact is open where that is not known; an `or` is not where the other side is known to hold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Open(in ClassFacts row, in SchoolFacts school)
    {
        uint unknown = ~(uint)row.Known;
        uint ofSchool = ~(uint)school.Known;
        uint kind = unknown & 1;
        uint enrolment = unknown >> 1 & 1;
        uint written = unknown >> 2 & 1;
        uint start = unknown >> 5 & 1;
        uint lights = unknown >> 6 & 1;
        uint noonRest = ofSchool >> 2 & 1;
        uint boarding = ofSchool >> 1 & 1;
        return (enrolment * 0b111)
            | (written * 0b11_000)
            | (((kind & (written | Bit(row.WrittenMinutes < 10))) | (written & Bit(row.Kind == 0))) << 5)
            | ((unknown >> 12 & 1) << 6)
            | ((unknown >> 3 & 1) * (0b11 << 7))
            | ((unknown >> 4 & 1) * (0b11 << 9))
            | (start * (0b11 << 11))
            | (((noonRest & (start | Bit(row.LessonsStart < 500))) | (start & Bit(!school.NoonRest))) << 13)
            | ((unknown >> 7 & 1) * (0b11 << 14))
            | ((boarding | lights) * (0b11 << 16))
            | ((unknown >> 8 & 1) * (0b11 << 18))
            | ((unknown >> 9 & 1) << 20)
            | ((unknown >> 10 & 1) << 21)
            | ((unknown >> 11 & 1) << 22)
            | (((kind & (enrolment | Bit(row.Enrolment > 15))) | (enrolment & Bit(row.Kind == 2))) << 23);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Open(in SchoolFacts row, uint unknown)
    {
        uint type = unknown & 1;
        uint boarding = unknown >> 1 & 1;
        uint canteen = unknown >> 3 & 1;
        uint pupils = unknown >> 4 & 1;
        uint books = unknown >> 7 & 1;
        uint participation = unknown >> 8 & 1;
        uint drills = unknown >> 9 & 1;
        uint doctors = unknown >> 10 & 1;
        uint funding = unknown >> 11 & 1;
        uint fewDrills = Bit(row.SafetyDrills < 2) & ~drills;
        uint fewTakePart = Bit(row.Participation < 600) & ~participation;
        uint services = (participation | drills) & ~(fewDrills | fewTakePart);
        return participation
            | (drills * 0b110)
            | (pupils * 0b111_000)
            | ((unknown >> 5 & 1) << 5)
            | ((unknown >> 6 & 1) << 6)
            | (books * (0b11 << 7))
            | ((unknown >> 2 & 1) << 9)
            | (((canteen & (boarding | Bit(row.Boarding))) | (boarding & Bit(!row.Canteen))) << 10)
            | (doctors << 11)
            | (((doctors & (pupils | Bit(row.Pupils >= 600))) | (pupils & Bit(row.Doctors < 1))) << 12)
            | (funding * (0b11 << 13))
            | (((type & (services | fewDrills | fewTakePart)) | (services & Bit(row.Type < 3))) << 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool isSet) => isSet ? 1u : 0u;
}
