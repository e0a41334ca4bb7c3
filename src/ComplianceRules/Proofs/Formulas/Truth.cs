namespace ComplianceRules.Proofs;

/// <summary>Where a condition of three values is true, and where it is false; it is unknown elsewhere.</summary>
/// <param name="True">Where it is true.</param>
/// <param name="False">Where it is false.</param>
internal sealed record Truth(Formula True, Formula False)
{
    /// <summary>Unknown everywhere.</summary>
    public static Truth Unknown { get; } = new(Formula.False, Formula.False);

    /// <summary>Where it is known.</summary>
    public Formula Known => Formula.Any(True, False);

    /// <summary>A condition that is known everywhere.</summary>
    /// <param name="formula">Where it is true.</param>
    public static Truth Of(Formula formula) => new(formula, formula.Opposite);

    /// <summary>The opposite.</summary>
    public Truth Not() => new(False, True);

    /// <summary>All of several conditions.</summary>
    /// <param name="parts">The conditions.</param>
    public static Truth All(IReadOnlyCollection<Truth> parts) => new(Formula.All(parts.Select(p => p.True)), Formula.Any(parts.Select(p => p.False)));

    /// <summary>Any of several conditions.</summary>
    /// <param name="parts">The conditions.</param>
    public static Truth Any(IReadOnlyCollection<Truth> parts) => new(Formula.Any(parts.Select(p => p.True)), Formula.All(parts.Select(p => p.False)));
}
