using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql;

/// <summary>What to judge in a database, and how.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqlOptions
{
    /// <summary>Only schools of this region and below; null for all.</summary>
    public RegionCode? Only { get; init; }

    /// <summary>Only rules of these areas; empty for all.</summary>
    public ImmutableArray<string> Areas { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Only these rules, by full id or by id within a pack; empty for all.</summary>
    public ImmutableArray<string> Rules { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Which tables and views have the rows, and which of their columns are which fields; null where they have the names of the format itself. What a mapping says that SQL does not do, such as a filter or a factor, refuses the run (CR5123).</summary>
    public SnapshotMapping? Mapping { get; init; }

    /// <summary>What becomes of rules that are not written as SQL.</summary>
    public SqlRest Rest { get; init; }

    /// <summary>How long one statement may take; null for as long as the connection allows.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>The most schools that are fetched because SQL may not read a cell of theirs as the engine does; with more the run is refused, for most of the data would be fetched unasked.</summary>
    public int MostDoubtfulSchools { get; init => field = Math.Max(0, value); } = 10_000;

    /// <summary>The same as the engine is asked.</summary>
    internal RunOptions Run => new() { Only = Only, Areas = Areas, Rules = Rules };
}
