namespace ComplianceRules.Benchmarks;

/// <summary>The facts of a school that may be missing, a bit each.</summary>
[Flags]
internal enum SchoolFact
{
    None = 0,
    Type = 1 << 0,
    Boarding = 1 << 1,
    NoonRest = 1 << 2,
    Canteen = 1 << 3,
    Pupils = 1 << 4,
    Teachers = 1 << 5,
    PlaygroundArea = 1 << 6,
    Books = 1 << 7,
    Participation = 1 << 8,
    SafetyDrills = 1 << 9,
    Doctors = 1 << 10,
    Funding = 1 << 11,
}
