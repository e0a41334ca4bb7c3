using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>A table that the packs of a county speak of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The table above; null for none.</param>
/// <param name="Children">The name of the list of its rows.</param>
/// <param name="Fields">The facts that data may have, those of every school first, then as the packs declare them.</param>
internal sealed record CountyTable(string Name, string? Parent, string Children, ImmutableArray<FieldSchema> Fields)
{
    public FieldSchema? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}
