using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>A rule as its author wrote it, not yet checked.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Rule
{
    internal Rule(string id, JsonNode subject, string kind, JsonNode body, SourceSpan place)
    {
        Id = id;
        SubjectNode = subject;
        Kind = kind;
        Body = body;
        Place = place;
    }

    /// <summary>The id, unique in a stack.</summary>
    public string Id { get; }

    /// <summary>The table whose rows it judges.</summary>
    public string Subject => SubjectNode.Text;

    /// <summary>The name of its kind, such as <c>limit</c>.</summary>
    public string Kind { get; }

    /// <summary>Where its id stands in the pack.</summary>
    public SourceSpan Place { get; }

    /// <summary>The area of policy, such as <c>homework</c>.</summary>
    public required string Area { get; init; }

    /// <summary>What people read.</summary>
    public required LocalText Title { get; init; }

    /// <summary>How strictly it binds.</summary>
    public required Binding Binding { get; init; }

    /// <summary>The instrument and clause that it stands on.</summary>
    public required SourceReference Source { get; init; }

    /// <summary>The days on which it is in force.</summary>
    public required EffectivePeriod Effective { get; init; }

    /// <summary>What a finding says; null where the kind's own sentence does.</summary>
    public LocalText? Message { get; init; }

    /// <summary>What helps; null where the pack does not say.</summary>
    public LocalText? Remedy { get; init; }

    /// <summary>The rule of a pack further out that it takes the place of; null where it is a rule of its own.</summary>
    public RuleReference? Overrides { get; init; }

    /// <summary>What allows it to bind less than the rule that it takes the place of; null where nothing does.</summary>
    public Relaxation? Relaxes { get; init; }

    /// <summary>What its author remarks on it, in whatever language; null where nothing is.</summary>
    public string? Note { get; internal init; }

    /// <summary>Where the subject's name stands in the pack.</summary>
    internal JsonNode SubjectNode { get; }

    /// <summary>The value under the kind's key.</summary>
    internal JsonNode Body { get; }

    /// <summary>The members of <c>appliesTo</c>; empty where there is none.</summary>
    internal ImmutableArray<JsonMember> AppliesTo { get; init; } = [];

    /// <summary>The name of the date field that chooses the season of parameters; null where the day of assessment does.</summary>
    internal JsonNode? SeasonOf { get; init; }

    /// <summary>The text of <c>when</c>; null where there is none.</summary>
    internal JsonNode? When { get; init; }
}
