using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Where a limit comes from: many rows are held to the same one.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Source">The law that set it; null where it is no parameter.</param>
/// <param name="Trail">How it came about.</param>
/// <param name="Relaxations">What allows to bind less.</param>
internal sealed record LimitBasis(FindingSource? Source, ImmutableArray<ValueStep> Trail, ImmutableArray<FindingRelaxation> Relaxations)
{
    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Source is null && Trail.IsEmpty && Relaxations.IsEmpty;

    /// <summary>Where the limit of a finding comes from.</summary>
    /// <param name="finding">The finding.</param>
    public static LimitBasis Of(Finding finding) => new(finding.LimitSource, finding.LimitTrail, finding.Relaxations);

    /// <inheritdoc/>
    public bool Equals(LimitBasis? other) =>
        other is not null && Source == other.Source && Trail.SequenceEqual(other.Trail) && Relaxations.SequenceEqual(other.Relaxations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Trail.Length, Trail.IsEmpty ? null : Trail[0].Value, Relaxations.Length);
}
