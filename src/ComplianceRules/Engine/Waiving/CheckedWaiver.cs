using System.Collections.Immutable;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A waiver that has been checked, and the rules that it excuses.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The pack whose rows it reaches; null for one that belongs to no pack and reaches all.</param>
/// <param name="Source">What it says, and where it stands.</param>
/// <param name="Rules">The full ids of the rules that it excuses.</param>
internal sealed record CheckedWaiver(RulePack? Pack, FindingWaiver Source, ImmutableArray<string> Rules)
{
    /// <summary>What it says.</summary>
    public Waiver Written => Source.Waiver;
}
