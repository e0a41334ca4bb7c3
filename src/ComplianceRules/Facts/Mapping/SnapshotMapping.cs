using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>How foreign files become facts: which columns are which fields, checked against a schema.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class SnapshotMapping
{
    internal SnapshotMapping(ImmutableArray<MappedTable> tables) => Tables = tables;

    /// <summary>The day that the facts are of; null where the mapping does not say.</summary>
    public DateOnly? Date { get; internal init; }

    /// <summary>What the facts are called; null where the mapping does not say.</summary>
    public string? Title { get; internal init; }

    /// <summary>The name of the files' text encoding; null means UTF-8.</summary>
    public string? Encoding { get; internal init; }

    /// <summary>The regions of which every school is in the files.</summary>
    public ImmutableArray<RegionCode> Covers { get; internal init; } = [];

    /// <summary>Which days are worked and taught on; null where the mapping does not say.</summary>
    public SchoolCalendar? Calendar { get; internal init; }

    internal ImmutableArray<MappedTable> Tables { get; }

    internal ImmutableArray<MappedConstant> Constants { get; init; } = [];

    /// <summary>The region of all schools; null where the mapping does not say.</summary>
    internal RegionCode? SchoolRegion { get; init; }

    internal CellWords Words { get; init; } = CellWords.Default;

    /// <summary>The mapping of some tables alone, and of the fields whose columns are at hand.</summary>
    /// <param name="columns">The columns, by table of the schema.</param>
    internal SnapshotMapping Of(IReadOnlyDictionary<string, IReadOnlySet<string>> columns) =>
        new([.. Tables.Where(t => columns.ContainsKey(t.Table.Name)).Select(t => t with { Fields = [.. t.Fields.Where(f => columns[t.Table.Name].Contains(f.Column.Name))] })])
        {
            Date = Date,
            Title = Title,
            Covers = Covers,
            Calendar = Calendar,
            Words = Words,
        };

    /// <summary>Reads a mapping file.</summary>
    /// <param name="file">The file: strict JSON in UTF-8.</param>
    /// <param name="schema">The tables and fields that facts can have.</param>
    public static Checked<SnapshotMapping> Read(SourceFile file, FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(schema);
        DiagnosticBag problems = new();
        JsonNode? root = StrictJson.Read(file, problems);
        return problems.Finish(root is null ? null : new MappingReader(schema, problems).Read(root));
    }
}
