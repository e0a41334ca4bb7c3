using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>A rule as its author wrote it, not yet checked.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The id, unique in a stack.</param>
/// <param name="Area">The area of policy, such as <c>homework</c>.</param>
/// <param name="Subject">The table whose rows it judges.</param>
/// <param name="Title">What people read.</param>
/// <param name="Kind">The name of its kind, such as <c>limit</c>.</param>
/// <param name="Binding">How strictly it binds.</param>
/// <param name="Source">The instrument and clause that it stands on.</param>
/// <param name="Effective">The days on which it is in force.</param>
/// <param name="Place">Where its id stands in the pack.</param>
public sealed record Rule(
    string Id, string Area, string Subject, LocalText Title, string Kind, Binding Binding, SourceReference Source, EffectivePeriod Effective, SourceSpan Place)
{
    /// <summary>What a finding says; null where the kind's own sentence does.</summary>
    public LocalText? Message { get; init; }

    /// <summary>What helps; null where the pack does not say.</summary>
    public LocalText? Remedy { get; init; }

    /// <summary>Where the subject's name stands in the pack.</summary>
    internal required JsonNode SubjectNode { get; init; }

    /// <summary>The value under the kind's key.</summary>
    internal required JsonNode Body { get; init; }

    /// <summary>The members of <c>appliesTo</c>; empty where there is none.</summary>
    internal ImmutableArray<JsonMember> AppliesTo { get; init; } = [];

    /// <summary>The text of <c>when</c>; null where there is none.</summary>
    internal JsonNode? When { get; init; }
}
