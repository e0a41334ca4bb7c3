using System.Runtime.InteropServices;

namespace ComplianceRules.Benchmarks;

/// <summary>The facts of a school as narrow as they go, 32 bytes, with a bit for each that is known.</summary>
/// <remarks>A fact that is not known is zero.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct SchoolFacts
{
    /// <summary>CNY for each pupil and year.</summary>
    public double Funding;

    public int Books;

    /// <summary>The region's code.</summary>
    public int Region;

    /// <summary>Which facts are known: a bit of <see cref="SchoolFact"/> each.</summary>
    public ushort Known;

    public ushort Pupils;

    public ushort Teachers;

    /// <summary>Square metres.</summary>
    public ushort PlaygroundArea;

    /// <summary>Tenths of a per cent.</summary>
    public ushort Participation;

    /// <summary>0 primary, 1 junior, 2 nine-year, 3 senior, 4 twelve-year.</summary>
    public byte Type;

    public byte SafetyDrills;

    public byte Doctors;

    public bool Boarding;

    public bool NoonRest;

    public bool Canteen;
}
