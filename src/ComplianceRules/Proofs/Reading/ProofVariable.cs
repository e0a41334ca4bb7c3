using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>A number that a proof may choose: a fact, a member of a set, the day, or a term that is not followed.</summary>
/// <remarks>Truth values are 0 and 1, days their numbers, times minutes, texts and keys the places at which they were met.</remarks>
/// <param name="Number">Its place in the vocabulary.</param>
/// <param name="Name">Its canonical text.</param>
/// <param name="Domain">The values that it can have when it is known.</param>
/// <param name="Flag">The flag that says whether it is known; -1 where it always is.</param>
internal sealed record ProofVariable(int Number, string Name, Domain Domain, int Flag)
{
    /// <summary>The fact that it is; null where it is none.</summary>
    public FactPlace? Fact { get; init; }

    /// <summary>The member whose presence it is; null where it is no member of a set.</summary>
    public string? Member { get; init; }

    /// <summary>The term that it stands for; null where it is a fact or the day.</summary>
    public TypedExpression? Term { get; init; }
}
