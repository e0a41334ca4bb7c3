using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>One kind of row: what its parent is and which facts it may have.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The name used in data and in expressions.</param>
/// <param name="Parent">The table of the row above; null for none. The parent of a region is a region.</param>
/// <param name="Children">The name of the list of these rows as seen from a row above.</param>
/// <param name="Fields">The facts by name, in ordinal order.</param>
public sealed record TableSchema(string Name, string? Parent, string Children, ImmutableSortedDictionary<string, FieldSchema> Fields)
{
    /// <summary>Whether the rows are persons, who are never named or listed.</summary>
    public bool Personal { get; init; }

    /// <summary>What people read.</summary>
    public LocalText Title { get; init; } = LocalText.Empty;

    /// <summary>What a row is, in one sentence; empty where no pack says.</summary>
    public LocalText Meaning { get; init; } = LocalText.Empty;

    /// <summary>The facts that are worked out of others, by name, in ordinal order: expressions read them, no data has them.</summary>
    public ImmutableSortedDictionary<string, FieldSchema> DerivedFields { get; internal init; } = ImmutableSortedDictionary.Create<string, FieldSchema>(StringComparer.Ordinal);

    /// <summary>Whether ids are unique in the whole table and not only below one parent.</summary>
    public bool HasGlobalIds => Name is "region" or "school" || Parent is null;

    /// <summary>The fact that an expression means by a name: of the data, or worked out; null where there is none.</summary>
    /// <param name="name">The field's name.</param>
    public FieldSchema? Fact(string name) => Field(name) ?? DerivedFields.GetValueOrDefault(name);

    /// <summary>The field of a name that data may have; null where there is none.</summary>
    /// <param name="name">The field's name.</param>
    public FieldSchema? Field(string name) => Fields.GetValueOrDefault(name);
}
