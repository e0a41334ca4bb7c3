using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Json;

namespace ComplianceRules.Cases;

/// <summary>What a case expects of one rule.</summary>
/// <param name="Rule">The rule's id, in its pack or full.</param>
/// <param name="Subject">The row, such as <c>class:1</c>; null for every row that the rule judges.</param>
/// <param name="Verdict">The verdict; null where it is not compared.</param>
/// <param name="Limit">The limit; null where it is not compared.</param>
/// <param name="Margin">The margin; null where it is not compared.</param>
/// <param name="Missing">The paths of the missing facts; null where they are not compared.</param>
/// <param name="Place">Where the expectation stands.</param>
internal sealed record CaseExpectation(
    string Rule, string? Subject, Verdict? Verdict, JsonNode? Limit, JsonNode? Margin, ImmutableArray<string>? Missing, SourceSpan Place)
{
    /// <summary>The word that stands for a verdict where the rule is not in force on the day.</summary>
    public const string NotInForceWord = "NotInForce";

    /// <summary>Whether the rule is expected not to be in force, so that it has no verdict.</summary>
    public bool IsNotInForce { get; init; }

    /// <summary>The id of the band, or null for none; null where it is not compared.</summary>
    public JsonNode? Band { get; init; }
}
