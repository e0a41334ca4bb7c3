namespace ComplianceRules.Facts;

/// <summary>A plain number as it is written.</summary>
/// <param name="Units">The number without its decimal point.</param>
/// <param name="Decimals">How many digits stand behind the point.</param>
/// <param name="Length">The bytes it takes; 0 where it is no number, or not a plain one. What follows it was not looked at.</param>
internal readonly record struct JsonNumber(long Units, int Decimals, int Length);
