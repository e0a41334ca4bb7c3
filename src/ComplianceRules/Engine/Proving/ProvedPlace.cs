using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>A place, and the rules and values that are compared there.</summary>
/// <param name="Place">The full id of the rule furthest out that may stand there.</param>
/// <param name="Standing">Which rule stands where.</param>
/// <param name="Outer">The rule further out.</param>
/// <param name="Inner">The rule that stands in its place; the same where only values or rules that it counts change.</param>
/// <param name="Before">The values that the outer rule reads.</param>
/// <param name="After">The values that the inner rule reads.</param>
internal sealed record ProvedPlace(string Place, StandingRules Standing, CheckedRule Outer, CheckedRule Inner, FoldedValues Before, FoldedValues After)
{
    /// <summary>The rules that it counts whose places others take, each as <c>cn/r -&gt; cn-37/r</c>.</summary>
    public ImmutableArray<string> Replaced { get; init; } = [];

    /// <summary>Whether a breach weighs less with the inner rule, for whatever reason.</summary>
    public bool WeighsLess { get; init; }
}
