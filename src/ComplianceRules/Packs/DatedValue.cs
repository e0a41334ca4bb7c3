using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>One entry of a parameter's history, as the author wrote it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="From">The first day; null where the value holds since before all snapshots.</param>
/// <param name="Until">The last day, included; null where it holds until the next entry.</param>
/// <param name="Source">The instrument and clause that set it.</param>
/// <param name="Place">Where the entry stands in the pack.</param>
public sealed record DatedValue(DateOnly? From, DateOnly? Until, SourceReference? Source, SourceSpan Place)
{
    /// <summary>The value or, for a keyed parameter, the object of key and value.</summary>
    internal required JsonNode Value { get; init; }

    /// <summary>Whether the entry may hold on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);
}
