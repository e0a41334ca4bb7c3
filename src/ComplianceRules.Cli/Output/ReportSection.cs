using System.Collections.Immutable;

namespace ComplianceRules.Cli.Output;

/// <summary>A part of a report that people read: a heading, then a table, then lines.</summary>
/// <param name="Heading">The heading.</param>
internal sealed record ReportSection(string Heading)
{
    /// <summary>The names of the table's columns, the first of texts and the others of numbers; empty for no table.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The rows of the table.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; init; } = [];

    public ImmutableArray<string> Lines { get; init; } = [];

    public bool IsEmpty => Rows.IsEmpty && Lines.IsEmpty;
}
