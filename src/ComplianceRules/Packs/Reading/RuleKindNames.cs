using System.Collections.Immutable;

namespace ComplianceRules.Packs;

/// <summary>The keys that name a rule's kind.</summary>
internal static class RuleKindNames
{
    /// <summary>All kinds.</summary>
    public static ImmutableArray<string> All { get; } = ["limit", "require", "forbid", "share", "k-of", "balance", "sequence", "bands", "consistency", "composite", "frequency"];
}
