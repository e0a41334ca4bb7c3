using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>One entry of a parameter's history, as the author wrote it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DatedValue
{
    internal DatedValue(DateOnly? from, DateOnly? until, SourceReference? source, JsonNode value, SourceSpan place)
    {
        From = from;
        Until = until;
        Source = source;
        Value = value;
        Place = place;
    }

    /// <summary>The first day; null where the value holds since before all snapshots.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day, included; null where it holds until the next entry.</summary>
    public DateOnly? Until { get; }

    /// <summary>The instrument and clause that set it; null where the pack does not say.</summary>
    public SourceReference? Source { get; }

    /// <summary>The days of each year on which it holds; null for all.</summary>
    public Season? Season { get; internal init; }

    /// <summary>What its author remarks on it, in whatever language; null where nothing is.</summary>
    public string? Note { get; internal init; }

    /// <summary>Where the entry stands in the pack.</summary>
    public SourceSpan Place { get; }

    /// <summary>The value or, for a keyed parameter, the object of key and value.</summary>
    internal JsonNode Value { get; }

    /// <summary>How many values it gives: one, or one for each key of a keyed parameter.</summary>
    internal int Count => Value.Kind == JsonKind.Object ? Value.Members.Count(m => m.Name != "note") : 1;

    /// <summary>Whether the entry may hold on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);

    /// <summary>Whether the entry may hold on a day of the year.</summary>
    /// <param name="day">The day, from 0.</param>
    internal bool HoldsIn(int day) => Season is not { } season || season.Contains(day);
}
