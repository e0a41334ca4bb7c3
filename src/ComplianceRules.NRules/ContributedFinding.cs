using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.NRules;

/// <summary>What a rule class of the application found; it yields it, as with <c>Then().Yield(_ =&gt; new ContributedFinding("id", row, message))</c>.</summary>
/// <remarks>Immutable. A breach, unless <see cref="Missing"/> names facts: then undetermined. Two are never equal, so that a session takes what is found twice.</remarks>
/// <param name="Rule">The id of a <see cref="ContributedRule"/>.</param>
/// <param name="Row">The row.</param>
/// <param name="Message">What people read.</param>
public sealed record ContributedFinding(string Rule, FactRow Row, LocalText Message)
{
    /// <summary>What the row has; null where nothing is measured.</summary>
    public FindingValue? Observed { get; init; }

    /// <summary>The limit; null where there is none.</summary>
    public FindingValue? Limit { get; init; }

    /// <summary>The unit of both; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>The facts without which nothing can be said; empty for a breach.</summary>
    public ImmutableArray<string> Missing { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(ContributedFinding? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
