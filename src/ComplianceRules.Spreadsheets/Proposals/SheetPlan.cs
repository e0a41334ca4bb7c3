using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>What a mapping says about one sheet.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Sheet">The sheet.</param>
/// <param name="Reading">How it is read.</param>
/// <param name="Table">What its records are.</param>
/// <param name="Matches">What its columns are.</param>
internal sealed record SheetPlan(SampleSheet Sheet, SheetReading Reading, TableSchema Table, FieldMatches Matches)
{
    /// <summary>The columns that make the id; empty where a text does.</summary>
    public ImmutableArray<SampleColumn> Id { get; init; } = [];

    /// <summary>The column that says which school it is; null where a text does.</summary>
    public SampleColumn? SchoolKey { get; init; }

    /// <summary>The school that the title names; null where none is named.</summary>
    public string? SchoolInTitle { get; init; }

    /// <summary>Every match of a field, those of ids and grades among them.</summary>
    public ImmutableArray<FieldMatch> Fields { get; init; } = [];

    /// <summary>The rows that are no records, by column.</summary>
    public ImmutableArray<(string Column, ImmutableArray<string> Texts)> Filters { get; init; } = [];

    /// <summary>How many rows are no records and cannot be told by a column.</summary>
    public int Unfiltered { get; init; }

    /// <summary>The id of a school that nothing names.</summary>
    public const string UnknownSchool = "?";

    /// <summary>The matches of one table.</summary>
    public IEnumerable<FieldMatch> Of(string table) => Fields.Where(f => f.Field.Table.Name == table);
}
