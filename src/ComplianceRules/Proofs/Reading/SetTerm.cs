using System.Collections.Immutable;

namespace ComplianceRules.Proofs;

/// <summary>A set, member by member.</summary>
/// <param name="Known">Where it is known.</param>
/// <param name="Members">Each member that it may have, and where it has it if it is known.</param>
internal sealed record SetTerm(Formula Known, ImmutableSortedDictionary<string, Formula> Members)
{
    /// <summary>Where it has a member, if it is known.</summary>
    /// <param name="member">The member.</param>
    public Formula Has(string member) => Members.GetValueOrDefault(member) ?? Formula.False;
}
