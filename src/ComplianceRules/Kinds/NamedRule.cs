using ComplianceRules.Packs;

namespace ComplianceRules.Kinds;

/// <summary>A rule that another one may name, because a row can have both.</summary>
/// <param name="FullId">Its own full id.</param>
/// <param name="Id">The full id that findings and other rules know it by.</param>
/// <param name="IsKnown">Whether the pack of the one that names it knows it by its short id too: it is its own, or of a pack further out.</param>
/// <param name="Rule">The rule as written.</param>
internal sealed record NamedRule(string FullId, string Id, bool IsKnown, Rule Rule)
{
    /// <summary>Whether it is mandatory and nobody has verified its source.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>Whether it is composed of other rules.</summary>
    public bool IsComposite => Rule.Kind == CompositeRuleKind.Key;
}
