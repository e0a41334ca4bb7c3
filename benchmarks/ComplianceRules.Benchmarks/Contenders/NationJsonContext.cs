using System.Text.Json.Serialization;

namespace ComplianceRules.Benchmarks;

/// <summary>What System.Text.Json generates at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SnapshotRow))]
internal sealed partial class NationJsonContext : JsonSerializerContext;
