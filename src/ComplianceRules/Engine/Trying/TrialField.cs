using System.Collections.Immutable;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>One fact of every row of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Readings">What it may be taken for; the first unless the expression asks for another.</param>
/// <param name="Cells">Its value in each row; null where it is missing.</param>
internal sealed record TrialField(string Name, ImmutableArray<TrialReading> Readings, ImmutableArray<JsonNode?> Cells);
