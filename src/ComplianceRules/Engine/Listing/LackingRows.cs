using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The undetermined rows of a rule that one finding stands for, because they lack the same columns or lists, and the rows that are listed one by one.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Count">How many rows the one finding stands for.</param>
/// <param name="Facts">The columns and lists that nobody has, in the ordinal order of their paths.</param>
/// <param name="Others">The rows that are listed one by one.</param>
internal sealed record LackingRows(int Count, ImmutableArray<MissingFact> Facts, FoundRows Others);
