namespace ComplianceRules.Interop;

/// <summary>A row as expressions reach it.</summary>
/// <param name="Variable">The variable of a list's row; null for the subject.</param>
/// <param name="Own">The table whose facts are named directly from there.</param>
/// <param name="Table">The row's table: that one, or one above it.</param>
/// <param name="List">The name of the list that the variable goes through; null for the subject.</param>
internal sealed record RowPlace(string? Variable, string Own, string Table, string? List)
{
    /// <summary>The row that the list belongs to; null for the subject.</summary>
    public RowPlace? Above { get; init; }

    /// <summary>A name of this row as expressions write it.</summary>
    public string Text(string name) => string.Join('.', new[] { Variable, Table == Own ? null : Table, name }.OfType<string>());

    /// <summary>The same as people find it, whatever the variable is called; what is above the rows of a list is the same for all of them, and is named like that of the row whose list it is.</summary>
    public string Fact(string name) => Table != Own && Above is { } above ? (above with { Table = Table }).Fact(name) : string.Join('.', new[] { List is null ? null : List + RowOutcomes.Mark, Table == Own ? null : Table, name }.OfType<string>());
}
