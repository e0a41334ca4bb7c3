namespace ComplianceRules.Facts;

/// <summary>Whether a list of an object is whole.</summary>
/// <param name="Name">The list's name.</param>
/// <param name="IsWhole">Whether it is; null says nothing.</param>
internal sealed record ShapeList<T>(string Name, Func<T, bool?> IsWhole);
