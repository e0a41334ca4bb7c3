using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Packs;

/// <summary>The value of a parameter in force for one stack, key and day, and how it came about.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Value">The value.</param>
/// <param name="Pack">The pack that set it.</param>
/// <param name="Entry">The entry of the pack's history that it is.</param>
/// <param name="Replaced">The values of other packs that it was combined with, took the place of or overtook, in the order of the stack.</param>
internal sealed record ResolvedParameter(Value Value, RulePack Pack, DatedValue Entry, ImmutableArray<ResolvedParameter> Replaced)
{
    /// <summary>What allows it to take the place of a stricter value further out; null where nothing does.</summary>
    public Relaxation? Relaxes { get; init; }

    /// <summary>What became of it on the way to the value in force.</summary>
    public ValueRole Role { get; init; }

    /// <summary>The values that the same pack had before, the latest first.</summary>
    public ImmutableArray<ParameterEntry> Before { get; init; } = [];

    /// <summary>Where the value depends on the day of the year: what it is in each part of it, in the order of the year, null where none is in force; else empty.</summary>
    public ImmutableArray<SeasonPart> Seasons { get; init; } = [];

    /// <summary>The value on a day of the year; null where none is in force.</summary>
    /// <param name="day">The day, from 0; null for the day of assessment.</param>
    public ResolvedParameter? On(int? day) => Seasons.IsEmpty || day is not { } at ? this : (Seasons.LastOrDefault(p => p.First <= at) ?? Seasons[^1]).Value;
}
