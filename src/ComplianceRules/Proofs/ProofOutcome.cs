namespace ComplianceRules.Proofs;

/// <summary>How a rule further in stands to the one further out, over all rows with any facts missing.</summary>
public enum ProofOutcome
{
    /// <summary>Nobody can say: a term is not followed, or a witness could not be confirmed.</summary>
    CannotTell = 0,

    /// <summary>Both refuse the same rows.</summary>
    Equal = 1,

    /// <summary>Every row that the outer rule refuses is refused; more may be.</summary>
    Stricter = 2,

    /// <summary>A row that the outer rule refuses is not, and no other is.</summary>
    Looser = 3,

    /// <summary>Each refuses a row that the other does not.</summary>
    Incomparable = 4,
}
