using System.Collections.Immutable;

namespace ComplianceRules.Packs;

/// <summary>The keys that name a rule's kind.</summary>
internal static class RuleKindNames
{
    /// <summary>The kinds that this version judges.</summary>
    public static ImmutableArray<string> Judged { get; } = ["limit", "require", "forbid", "share", "k-of", "balance", "sequence", "bands", "consistency", "composite"];

    /// <summary>The kinds that belong to the format and that this version refuses.</summary>
    public static ImmutableArray<string> Later { get; } = ["frequency"];
}
