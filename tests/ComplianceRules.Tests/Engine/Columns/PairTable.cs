namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>A table of a made schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The table above; null for the outermost.</param>
/// <param name="Children">The list's name.</param>
/// <param name="Fields">The fields that the made pack declares, and the base ones that rules may read.</param>
internal sealed record PairTable(string Name, string? Parent, string Children, IReadOnlyList<PairField> Fields)
{
    /// <summary>The fields of a type.</summary>
    public PairField[] Of(string type) => [.. Fields.Where(f => f.Type == type)];
}
