using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>One case as a pack's author wrote it: facts, a day, and what the rules are to say.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Facts">The rows by table.</param>
/// <param name="Parameters">Values laid over the packs' own, by parameter.</param>
/// <param name="Expectations">What is expected, in file order.</param>
/// <param name="Place">Where the case begins.</param>
internal sealed record PackCase(
    string Name, DateOnly AsOf, JsonNode Facts, ImmutableArray<JsonMember> Parameters, ImmutableArray<CaseExpectation> Expectations, SourceSpan Place)
{
    /// <summary>The rows of the earlier snapshot by table; null where the case has none.</summary>
    public JsonNode? Previous { get; init; }

    /// <summary>The waivers of the case.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Which days are worked and taught on; null where the case does not say.</summary>
    public SchoolCalendar? Calendar { get; init; }
}
