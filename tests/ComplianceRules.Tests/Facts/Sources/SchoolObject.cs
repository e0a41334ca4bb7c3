namespace ComplianceRules.Tests.Facts;

/// <summary>A school as a caller may have it.</summary>
internal sealed record SchoolObject(string? Code)
{
    public string? County { get; init; }

    public string? Name { get; init; }

    public bool? Boarding { get; init; }

    public bool? ClassesAreComplete { get; init; }

    public string[]? Packs { get; init; }

    public IReadOnlyList<ClassObject>? Classes { get; init; }
}
