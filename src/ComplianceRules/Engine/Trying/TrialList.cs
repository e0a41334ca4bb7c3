using System.Collections.Immutable;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>A list of plain values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Readings">What it may be taken for; the first unless the expression asks for another.</param>
/// <param name="Items">Its values; null where one is missing.</param>
internal sealed record TrialList(string Name, ImmutableArray<TrialReading> Readings, ImmutableArray<JsonNode?> Items);
