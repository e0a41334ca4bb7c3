namespace ComplianceRules.Proofs;

/// <summary>What a comparison of two rules came to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Outcome">How the inner rule stands to the outer one.</param>
/// <param name="Witness">A row that the outer rule refuses and the inner one does not; null where there is none.</param>
/// <param name="Term">What could not be followed; null where that does not matter.</param>
public sealed record RuleComparison(ProofOutcome Outcome, Witness? Witness, string? Term)
{
    /// <summary>How many steps it took.</summary>
    internal int Cost { get; init; }

    /// <summary>Whether the inner rule is shown to be not looser.</summary>
    public bool IsNotLooser => Outcome is ProofOutcome.Equal or ProofOutcome.Stricter;
}
