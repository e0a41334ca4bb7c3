using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ComplianceRules.Benchmarks;

/// <summary>What a made-up county is made of: its schools and calendar, and what the facts of each table are drawn from.</summary>
/// <remarks>Names of tables and fields that no pack has are passed over, and what a pack has and the recipe does not know is drawn by <see cref="Defaults"/>.</remarks>
internal sealed record CountyRecipe
{
    // A key that means nothing is refused.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false };

    public required ulong Seed { get; init; }

    public required SnapshotRecipe Snapshot { get; init; }

    public required SnapshotRecipe Previous { get; init; }

    /// <summary>Facts of the region rows by code, those further out first; the last is the county.</summary>
    public required ImmutableArray<RegionRecipe> Regions { get; init; }

    public required CalendarRecipe Calendar { get; init; }

    /// <summary>The names of the grades, from grade 1.</summary>
    public required ImmutableArray<string> Grades { get; init; }

    public required ImmutableArray<SchoolRecipe> Schools { get; init; }

    /// <summary>What numbers are drawn from by their unit and other facts by their type, where no table knows the field.</summary>
    public required ImmutableDictionary<string, Draw> Defaults { get; init; }

    public required ImmutableDictionary<string, TableRecipe> Tables { get; init; }

    /// <summary>The facts of the year before by table and field; they are drawn from the facts of this year.</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<string, Draw>> Earlier { get; init; }

    /// <summary>Reads a recipe.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static CountyRecipe Read(string path) => JsonSerializer.Deserialize<CountyRecipe>(File.ReadAllBytes(path), Options) ?? throw new JsonException("the recipe is null");
}
