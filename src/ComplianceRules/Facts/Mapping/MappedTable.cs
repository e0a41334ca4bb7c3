using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>How the records of some files become rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="File">Which files; <c>*</c> and <c>?</c> stand for any characters of a name.</param>
/// <param name="Where">What must hold of a record; all of it.</param>
/// <param name="Id">The columns that make the id.</param>
/// <param name="Parent">The row above; null where the files do not say.</param>
/// <param name="Fields">Which columns are which fields.</param>
/// <param name="Complete">Whether a parent without records has an empty list rather than an unknown one.</param>
internal sealed record MappedTable(
    TableSchema Table,
    string File,
    ImmutableArray<RowFilter> Where,
    ImmutableArray<MappedColumn> Id,
    MappedParent? Parent,
    ImmutableArray<MappedField> Fields,
    bool Complete);
