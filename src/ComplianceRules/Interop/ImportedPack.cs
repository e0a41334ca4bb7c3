using System.Collections.Immutable;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>Workflows as a rule pack, and what became of each of their rules.</summary>
/// <remarks>Immutable. Together with the packs that it builds on it passes the check.</remarks>
/// <param name="Files">The files of the pack, by their paths in its own folder.</param>
/// <param name="Rules">What became of each rule, in file order.</param>
public sealed record ImportedPack(ImmutableArray<RulePackFile> Files, ImmutableArray<ImportedRule> Rules)
{
    /// <summary>How many rules are in the pack.</summary>
    public int Imported => Rules.Count(r => r.Id is not null);
}
