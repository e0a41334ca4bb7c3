namespace ComplianceRules.Benchmarks;

/// <summary>A school as an object with facts that may be null, and its classes.</summary>
internal sealed class SchoolRow
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Region { get; init; }

    public string? SchoolingSystem { get; init; }

    public string? SchoolType { get; init; }

    public bool? Boarding { get; init; }

    public bool? NoonRest { get; init; }

    public bool? Canteen { get; init; }

    public int? Pupils { get; init; }

    public int? Teachers { get; init; }

    public int? PlaygroundArea { get; init; }

    public int? Books { get; init; }

    public double? Participation { get; init; }

    public int? SafetyDrills { get; init; }

    public int? Doctors { get; init; }

    public double? Funding { get; init; }

    public List<ClassRow> Classes { get; init; } = [];
}
