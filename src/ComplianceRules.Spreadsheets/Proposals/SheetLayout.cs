using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Where a sheet has its names and its records.</summary>
/// <remarks>Immutable. For a turned sheet, rows are columns.</remarks>
/// <param name="FirstHeader">The first row with names, from 0.</param>
/// <param name="LastHeader">The last row with names.</param>
/// <param name="IsTurned">Whether rows and columns are exchanged.</param>
internal sealed record SheetLayout(int FirstHeader, int LastHeader, bool IsTurned)
{
    /// <summary>The texts above the table.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>The columns that have a name.</summary>
    public ImmutableArray<SampleColumn> Columns { get; init; } = [];

    /// <summary>The same columns with the cells of rows that are no records: totals, footers.</summary>
    public ImmutableArray<SampleColumn> Asides { get; init; } = [];

    /// <summary>How many rows are no records.</summary>
    public int AsideCount => Asides.IsEmpty ? 0 : Asides[0].Cells.Length;

    /// <summary>How many columns have cells and no name.</summary>
    public int Nameless { get; init; }

    /// <summary>The columns whose cells are merged over several records.</summary>
    public ImmutableArray<string> MergedColumns { get; init; } = [];
}
