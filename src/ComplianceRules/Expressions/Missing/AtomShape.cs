using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What of an expression is the same on all rows.</summary>
/// <param name="Text">How it is written, its items by their tables.</param>
/// <param name="Frames">The items that it reads, by their frames.</param>
internal sealed record AtomShape(string Text, ImmutableArray<int> Frames);
