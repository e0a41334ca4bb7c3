using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Packs;

/// <summary>The value of a parameter in force for one stack, key and day, and how it came about.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Value">The value.</param>
/// <param name="Pack">The pack that set it.</param>
/// <param name="Entry">The entry of the pack's history that it is.</param>
/// <param name="Replaced">The values further out that it was combined with or took the place of, outermost first.</param>
internal sealed record ResolvedParameter(Value Value, RulePack Pack, DatedValue Entry, ImmutableArray<ResolvedParameter> Replaced)
{
    /// <summary>Where the value depends on the day of the year: what it is in each part of it, in the order of the year, null where none is in force; else empty.</summary>
    public ImmutableArray<SeasonPart> Seasons { get; init; } = [];

    /// <summary>The value on a day of the year; null where none is in force.</summary>
    /// <param name="day">The day, from 0; null for the day of assessment.</param>
    public ResolvedParameter? On(int? day) => Seasons.IsEmpty || day is not { } at ? this : (Seasons.LastOrDefault(p => p.First <= at) ?? Seasons[^1]).Value;
}
