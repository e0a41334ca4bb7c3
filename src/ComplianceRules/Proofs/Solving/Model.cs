using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Flags and values for which formulas hold.</summary>
/// <param name="Flags">Whether each flag is set; null where that does not matter.</param>
/// <param name="Values">The value of each variable.</param>
/// <param name="State">What was settled when it was found.</param>
internal sealed record Model(bool?[] Flags, Rational[] Values, SearchState State);
