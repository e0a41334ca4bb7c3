namespace ComplianceRules.Sql.Dialects;

/// <summary>A cell as SQL reads it.</summary>
/// <param name="Value">The value; null where it is not known.</param>
/// <param name="Doubt">Whether reading in process could find a value that SQL does not see: a test that is never null; null where it never could.</param>
internal sealed record SqlCell(string Value, string? Doubt)
{
    /// <summary>For the members of a set: for each key whether it is among them, 0 or 1, where the value is known.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
