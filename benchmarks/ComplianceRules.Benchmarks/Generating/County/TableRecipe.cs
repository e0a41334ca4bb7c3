using System.Collections.Immutable;

namespace ComplianceRules.Benchmarks;

/// <summary>What the rows of a table are and what their facts are drawn from.</summary>
internal sealed record TableRecipe
{
    public static ImmutableSortedDictionary<string, SeriesRecipe> None { get; } = ImmutableSortedDictionary.Create<string, SeriesRecipe>(StringComparer.Ordinal);

    /// <summary>How many of a hundred cells are empty, and rows whose lists are said not to be whole.</summary>
    public decimal Blank { get; init; }

    /// <summary>The field that tells the series apart: each of its values has the series of its name, else that named <c>*</c>; null: every series counts.</summary>
    public string? By { get; init; }

    /// <summary>The rows below one row of the table above, by the name of the series.</summary>
    public ImmutableSortedDictionary<string, SeriesRecipe> Series { get; init; } = None;

    /// <summary>What each fact is drawn from.</summary>
    public ImmutableDictionary<string, Draw> Fields { get; init; } = ImmutableDictionary<string, Draw>.Empty;
}
