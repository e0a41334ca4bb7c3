using System.Collections.Immutable;

namespace ComplianceRules.Cases;

/// <summary>What the cases of a pack show of one comparison of a rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Text">The comparison as an author would write it, in one canonical way.</param>
/// <param name="Value">The value of a parameter that it is measured at; null where the pack gives none that it reads.</param>
/// <param name="Missing">The sides that no case shows, in the order of their names' numbers; empty where all are shown.</param>
public sealed record BoundaryCoverage(string Text, BoundaryValue? Value, ImmutableArray<BoundarySide> Missing)
{
    /// <summary>Whether every side is shown.</summary>
    public bool IsCovered => Missing.IsEmpty;
}
