namespace ComplianceRules.Benchmarks;

/// <summary>A region row.</summary>
internal sealed record RegionRecipe(string Code, string Level, string Name);
