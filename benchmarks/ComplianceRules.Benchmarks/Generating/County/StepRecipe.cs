using System.Collections.Immutable;
using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>One step of a chain of times, such as a lesson of a timetable.</summary>
internal sealed record StepRecipe
{
    /// <summary>The least and the most minutes that it takes, both included.</summary>
    public ImmutableArray<int> Minutes { get; init; } = [0];

    /// <summary>What it takes instead in three of a hundred rows above; empty for the same.</summary>
    public ImmutableArray<int> Rarely { get; init; } = [];

    /// <summary>The field of the row above at which it begins; null: where the step before it ends.</summary>
    public string? At { get; init; }

    /// <summary>The field of the row above at which it ends, whatever the minutes; null: after the minutes. There is none that ends before it begins.</summary>
    public string? Until { get; init; }

    /// <summary>How many of a hundred rows above have it.</summary>
    public decimal Keep { get; init; } = 100;

    /// <summary>What the row is.</summary>
    public required ImmutableDictionary<string, JsonElement> Facts { get; init; }
}
