namespace ComplianceRules.Benchmarks;

/// <summary>A school as delegates see it: an object whose facts may be null.</summary>
internal sealed class LinqSchool
{
    public LinqSchool(in SchoolFacts facts)
    {
        SchoolFact known = (SchoolFact)facts.Known;
        Type = known.HasFlag(SchoolFact.Type) ? facts.Type : null;
        Boarding = known.HasFlag(SchoolFact.Boarding) ? facts.Boarding : null;
        NoonRest = known.HasFlag(SchoolFact.NoonRest) ? facts.NoonRest : null;
        Canteen = known.HasFlag(SchoolFact.Canteen) ? facts.Canteen : null;
        Pupils = known.HasFlag(SchoolFact.Pupils) ? facts.Pupils : null;
        Teachers = known.HasFlag(SchoolFact.Teachers) ? facts.Teachers : null;
        Playground = known.HasFlag(SchoolFact.PlaygroundArea) ? facts.PlaygroundArea : null;
        Books = known.HasFlag(SchoolFact.Books) ? facts.Books : null;
        Participation = known.HasFlag(SchoolFact.Participation) ? facts.Participation / 10.0 : null;
        Drills = known.HasFlag(SchoolFact.SafetyDrills) ? facts.SafetyDrills : null;
        Doctors = known.HasFlag(SchoolFact.Doctors) ? facts.Doctors : null;
        Funding = known.HasFlag(SchoolFact.Funding) ? facts.Funding : null;
    }

    public int? Type { get; }

    public bool? Boarding { get; }

    public bool? NoonRest { get; }

    public bool? Canteen { get; }

    public int? Pupils { get; }

    public int? Teachers { get; }

    public int? Playground { get; }

    public int? Books { get; }

    public double? Participation { get; }

    public int? Drills { get; }

    public int? Doctors { get; }

    public double? Funding { get; }
}
