using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What an item of a list stands on.</summary>
/// <param name="Key">Tells it from the items of other lists: the row, or the number of the value that it is.</param>
/// <param name="Facts">The facts without which the value is not known; empty for a row.</param>
internal readonly record struct ItemTrail(int Key, ImmutableArray<int> Facts);
