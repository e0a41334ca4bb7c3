namespace ComplianceRules.Benchmarks;

/// <summary>The day and the title of a snapshot.</summary>
internal sealed record SnapshotRecipe(DateOnly Date, string Title);
