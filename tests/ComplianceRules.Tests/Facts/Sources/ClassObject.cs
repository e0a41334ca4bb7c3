namespace ComplianceRules.Tests.Facts;

/// <summary>A class as a caller may have it.</summary>
internal sealed record ClassObject(string? Id, string? School = null)
{
    public int Grade { get; init; } = 1;

    public int? Pupils { get; init; }

    public decimal? Share { get; init; }

    public double? Height { get; init; }

    public float Length { get; init; } = 0.1f;

    public string? Stage { get; init; }

    public DateOnly? Founded { get; init; }

    public TimeOnly? Starts { get; init; }

    public TimeSpan? Ends { get; init; }

    public List<string>? Clubs { get; init; }

    public List<PupilObject>? Pupil { get; init; }
}
