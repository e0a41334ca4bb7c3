using System.Text.Json.Nodes;

namespace ApiSample.OpenApi;

/// <summary>A snapshot of schools, as docs/data-format.md describes it; this type only shows its outline.</summary>
/// <param name="SchemaVersion">Always 1.</param>
/// <param name="Date">The day of the facts, and of the law that judges them.</param>
/// <param name="Schools">The schools, each with its facts and its lists.</param>
/// <param name="Covers">The regions of which every school is there; left out where that is not so.</param>
/// <param name="Title">What the data is called.</param>
public sealed record SnapshotDocument(int SchemaVersion, DateOnly Date, IReadOnlyList<JsonObject> Schools, IReadOnlyList<string>? Covers = null, string? Title = null);
