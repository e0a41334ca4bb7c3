using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>One value on the way to the one in force: which pack set it, since when, by which law, and what became of it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Role">What became of it.</param>
/// <param name="Value">The value.</param>
/// <param name="Pack">The pack that set it.</param>
/// <param name="PackVersion">The pack's version.</param>
/// <param name="Since">Its first day; null where that is before all snapshots.</param>
/// <param name="Until">Its last day as the pack gives it, included; null where it gives none.</param>
/// <param name="Source">The law that set it; null where the pack does not say.</param>
public sealed record ValueStep(ValueRole Role, FindingValue Value, string Pack, string PackVersion, DateOnly? Since, DateOnly? Until, FindingSource? Source)
{
    /// <summary>What allows it to bind less than the packs further out; null where nothing does.</summary>
    public FindingRelaxation? Relaxation { get; init; }
}
