using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Where the value of a parameter comes from.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The parameter's name.</param>
/// <param name="Key">The key that the value is for; null where the parameter is not keyed.</param>
/// <param name="Pack">The pack that set the value in force.</param>
/// <param name="PackVersion">The pack's version.</param>
/// <param name="Since">The first day of the value; null where that is before all snapshots.</param>
/// <param name="Until">The last day of the value, included; null where it holds until another one does.</param>
/// <param name="Source">The law that set it; null where the pack does not say.</param>
public sealed record ExplainedParameter(string Name, string? Key, string Pack, string PackVersion, DateOnly? Since, DateOnly? Until, FindingSource? Source)
{
    /// <summary>The days of each year for which the value is; null where it is for all.</summary>
    public Season? Season { get; init; }

    /// <summary>The value in force, then the values of other packs that it stands over, outermost first, then the earlier ones of its own pack, latest first.</summary>
    public ImmutableArray<ValueStep> Trail { get; init; } = [];
}
