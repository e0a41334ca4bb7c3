using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The value that an expression came to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Type">What kind of value it is.</param>
/// <param name="Text">
/// The value as data writes it: <c>true</c>, <c>2025-09-01</c>, <c>08:20</c>, a text without quotes, a number in full without an exponent. A number that has no end, or more than
/// 34 significant digits, is rounded to 17, which name one double. Empty for a list or a set.
/// </param>
public sealed record TrialValue(TrialType Type, string Text) : TrialResult
{
    /// <summary>The items of a list or set, in order; empty for other types.</summary>
    public ImmutableArray<TrialValue> Items { get; init; } = [];
}
