using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cases;

/// <summary>What became of one case of a pack.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The pack's id.</param>
/// <param name="Case">The case's name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Failures">What did not come out as expected, one sentence each; empty where the case passed.</param>
public sealed record CaseResult(string Pack, string Case, SourceSpan Place, ImmutableArray<LocalText> Failures)
{
    /// <summary>What became of each expectation, in file order; their failures together are <see cref="Failures"/>.</summary>
    public ImmutableArray<CaseCheck> Checks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether everything came out as expected.</summary>
    public bool Passed => Failures.IsEmpty;
}
