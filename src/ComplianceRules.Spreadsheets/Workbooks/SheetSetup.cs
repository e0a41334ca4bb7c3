using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Everything of a sheet but its rows.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The name on its tab, which <see cref="SheetNames"/> finds possible.</param>
internal sealed record SheetSetup(string Name)
{
    /// <summary>The columns, from the first.</summary>
    public ImmutableArray<SheetColumn> Columns { get; init; } = [];

    /// <summary>How many rows stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>How many columns stay in sight.</summary>
    public int FrozenColumns { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>Whether the first row is a head that filters the rows below it and stands on every printed page.</summary>
    public bool HasFilter { get; init; }

    /// <summary>The place of its tab: smaller ones stand further left, equal ones in the order in which they are written.</summary>
    public int Tab { get; init; }

    public ImmutableArray<CellValidation> Validations { get; init; } = [];
}
