namespace ComplianceRules.Facts;

/// <summary>Where the names of the columns stand in a table.</summary>
/// <param name="FirstHeader">The first row with names, from 1.</param>
/// <param name="LastHeader">The last row with names; names that stand in several rows are joined by <c>/</c>, and a merged cell names all the columns it spans.</param>
/// <param name="IsTransposed">Whether rows and columns are exchanged: names stand in columns, and every further column is a record.</param>
internal sealed record SheetShape(int FirstHeader, int LastHeader, bool IsTransposed)
{
    /// <summary>The first row has the names, every further row is a record.</summary>
    public static SheetShape Usual { get; } = new(1, 1, false);
}
