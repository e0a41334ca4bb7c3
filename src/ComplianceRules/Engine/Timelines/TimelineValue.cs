using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The value of one parameter in a step of a timeline.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The parameter's name.</param>
/// <param name="Key">The key that the value is for; null where the parameter is not keyed.</param>
/// <param name="Unit">The unit of a number; null for other values.</param>
/// <param name="Trail">The value in force and what it stands over: see <see cref="Finding.LimitTrail"/>.</param>
public sealed record TimelineValue(string Name, string? Key, string? Unit, ImmutableArray<ValueStep> Trail)
{
    /// <summary>The days of each year for which the value is; null where it is for all.</summary>
    public Season? Season { get; init; }

    /// <summary>The value in force.</summary>
    public FindingValue Value => Trail[0].Value;
}
