namespace ComplianceRules.Benchmarks;

/// <summary>A term, both days included.</summary>
internal sealed record TermRecipe(string SchoolYear, int Term, DateOnly From, DateOnly To);
