using System.Runtime.InteropServices;

namespace ComplianceRules.Benchmarks;

/// <summary>The facts of a class as narrow as they go, 32 bytes, with a bit for each that is known: what a careful programmer would lay out by hand.</summary>
/// <remarks>Grade and stage are always known. A fact that is not known is zero.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct ClassFacts
{
    /// <summary>Per cent.</summary>
    public double MyopiaRate;

    /// <summary>The number of the school.</summary>
    public int School;

    /// <summary>Which facts are known: a bit of <see cref="ClassFact"/> each.</summary>
    public ushort Known;

    public ushort ActivityMinutes;

    /// <summary>Minutes after midnight.</summary>
    public ushort LessonsStart;

    /// <summary>Minutes after midnight, going on after 24:00.</summary>
    public ushort LightsOut;

    /// <summary>Tenths of a square metre.</summary>
    public ushort RoomArea;

    public byte Grade;

    /// <summary>0 primary, 1 junior, 2 senior.</summary>
    public byte Stage;

    /// <summary>0 ordinary, 1 mixed, 2 special.</summary>
    public byte Kind;

    public byte Enrolment;

    public byte WrittenMinutes;

    public byte PeLessons;

    /// <summary>Tenths of an hour.</summary>
    public byte SleepHours;

    public byte ExamsTerm;

    public bool PhonesInClass;

    public bool ParentsMark;
}
