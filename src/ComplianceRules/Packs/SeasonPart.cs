namespace ComplianceRules.Packs;

/// <summary>What a parameter is in a part of every year.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="First">The first day of the part, as one of the year, from 0; the last part goes on over the new year.</param>
/// <param name="Value">The value; null where none is in force.</param>
internal sealed record SeasonPart(int First, ResolvedParameter? Value);
