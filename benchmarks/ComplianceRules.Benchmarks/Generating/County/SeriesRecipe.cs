using System.Collections.Immutable;
using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>Rows of one sort below one row: so many, so many in each period, or one after the other in time.</summary>
internal sealed record SeriesRecipe
{
    /// <summary>What the row above must be like.</summary>
    public ImmutableDictionary<string, JsonElement>? If { get; init; }

    /// <summary><c>once</c>, or the period that each has rows: <c>day</c>, <c>week</c>, <c>month</c>.</summary>
    public string Every { get; init; } = "once";

    /// <summary>The first day, included.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly To { get; init; }

    /// <summary>The date field that gets a teaching day of the period; null for none.</summary>
    public string? On { get; init; }

    /// <summary>The least and the most rows of a period, both included.</summary>
    public ImmutableArray<int> Times { get; init; } = [1, 1];

    /// <summary>How many of a hundred rows come about.</summary>
    public decimal Keep { get; init; } = 100;

    /// <summary>How many of a hundred rows above have the series at all.</summary>
    public decimal KeepAll { get; init; } = 100;

    /// <summary>What its rows are, whatever the table draws for others.</summary>
    public ImmutableDictionary<string, Draw> Facts { get; init; } = ImmutableDictionary<string, Draw>.Empty;

    /// <summary>The time fields of a chain: where a step begins, where it ends, and the field of the row above at which the first begins; empty for no chain.</summary>
    public ImmutableArray<string> Chain { get; init; } = [];

    /// <summary>The steps of a chain.</summary>
    public ImmutableArray<StepRecipe> Steps { get; init; } = [];
}
