using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>What one pack says of one table: a new table, or fields for one that others declare.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The table's name.</param>
/// <param name="Parent">The table above; null where the pack leaves it to the table's own declaration.</param>
/// <param name="Children">The name of the list of its rows; null where the pack leaves it to the table's own declaration.</param>
/// <param name="Personal">Whether the rows are persons.</param>
/// <param name="Title">What people read; null where the pack does not say.</param>
/// <param name="Fields">The fields, each with the place of its name.</param>
/// <param name="Place">Where the table's name stands in the pack.</param>
internal sealed record TableFragment(
    string Name, string? Parent, string? Children, bool Personal, LocalText? Title, ImmutableArray<(FieldSchema Field, SourceSpan Place)> Fields, SourceSpan Place)
{
    /// <summary>What a row is, in one sentence; null where the pack does not say.</summary>
    public LocalText? Meaning { get; init; }

    /// <summary>Where the parent stands; the table's own place where it is not given.</summary>
    public SourceSpan ParentPlace { get; init; } = Place;

    /// <summary>Where the name of the list stands; the table's own place where it is not given.</summary>
    public SourceSpan ChildrenPlace { get; init; } = Place;
}
