namespace ComplianceRules.Facts;

/// <summary>Which column is a field, and how its cells are read.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column.</param>
/// <param name="Cells">Reads the cells.</param>
internal sealed record MappedField(FieldSchema Field, MappedColumn Column, CellReader Cells)
{
    /// <summary>The unit that the mapping says the column has; null where the header or the field says it.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Whether the mapping says what numbers are multiplied by, be it one: the header's unit then counts for nothing.</summary>
    public bool HasFactor { get; init; }
}
