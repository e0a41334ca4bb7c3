using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>How a record says which row lies above its own.</summary>
/// <param name="Table">The table above.</param>
/// <param name="Key">The columns that make the id of the row above.</param>
/// <param name="Above">The row above that one; null where the files do not say.</param>
/// <param name="Fields">Fields of the row above, where it is made of repeated columns.</param>
/// <param name="Made">Whether the row above is made where it is not there; else a record without one is an orphan.</param>
internal sealed record MappedParent(TableSchema Table, ImmutableArray<MappedColumn> Key, MappedParent? Above, ImmutableArray<MappedField> Fields, bool Made);
