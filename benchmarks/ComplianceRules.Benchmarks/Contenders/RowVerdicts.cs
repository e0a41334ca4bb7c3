namespace ComplianceRules.Benchmarks;

/// <summary>The verdicts of one row, a bit a rule: whoever is in none of them is compliant.</summary>
/// <param name="Broken">Not compliant.</param>
/// <param name="Open">Undetermined.</param>
/// <param name="Outside">Not applicable.</param>
internal readonly record struct RowVerdicts(uint Broken, uint Open, uint Outside);
