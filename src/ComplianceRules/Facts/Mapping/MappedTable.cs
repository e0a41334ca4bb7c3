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
    bool Complete)
{
    /// <summary>Which sheets of a workbook; <c>*</c> and <c>?</c> stand for any characters; null for every sheet that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>Where the names of the columns stand.</summary>
    public SheetShape Shape { get; init; } = SheetShape.Usual;

    /// <summary>How one record becomes several; null where it stays one.</summary>
    public Unpivot? Unpivot { get; init; }

    /// <summary>The column of the parent's records that says whether the parent's list is whole; null for none.</summary>
    public MappedColumn? CompleteColumn { get; init; }

    /// <summary>Which columns of the records themselves say that lists of their rows are whole.</summary>
    public ImmutableArray<MappedList> Lists { get; init; } = [];

    /// <summary>The column that names the template packs of a school; null for none.</summary>
    public MappedColumn? Packs { get; init; }
}
