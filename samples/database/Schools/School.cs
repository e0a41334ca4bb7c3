namespace DatabaseSample.Schools;

/// <summary>A school as the application keeps it: nothing here knows of rules.</summary>
public sealed class School
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The code of its county.</summary>
    public required string County { get; init; }

    /// <summary>Its classes.</summary>
    public ICollection<SchoolClass> Classes { get; init; } = [];
}
