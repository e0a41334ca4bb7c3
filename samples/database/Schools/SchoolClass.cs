namespace DatabaseSample.Schools;

/// <summary>A class as the application keeps it.</summary>
public sealed class SchoolClass
{
    /// <summary>The key of the row.</summary>
    public int Key { get; init; }

    /// <summary>The school that it belongs to.</summary>
    public string SchoolCode { get; init; } = string.Empty;

    /// <summary>Its number in the school.</summary>
    public required string Number { get; init; }

    /// <summary>The grade.</summary>
    public int Grade { get; init; }

    /// <summary>Pupils on the register; null where nobody counted them.</summary>
    public int? Pupils { get; init; }

    /// <summary>Mean daily written homework in minutes; null where nobody asked.</summary>
    public int? HomeworkMinutes { get; init; }
}
