using System.Collections.Immutable;

namespace ComplianceRules.Proofs;

/// <summary>A row that is to be made and judged, with the rows around it.</summary>
/// <param name="Subject">Its table.</param>
/// <param name="Day">The day on which it is judged.</param>
/// <param name="Facts">Facts of it and of rows above it.</param>
/// <param name="Reported">Lists that are to be reported.</param>
/// <param name="Items">The rows of its lists.</param>
internal sealed record Sketch(
    string Subject, DateOnly Day, ImmutableArray<SketchedFact> Facts, ImmutableArray<FactPlace> Reported, ImmutableArray<SketchedItems> Items)
{
    /// <summary>What people read of it.</summary>
    public Witness ToWitness() => new(Subject, Day,
    [
        .. Facts.Select(f => new WitnessFact(f.Name, f.Value?.Text)).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal),
        .. Items.SelectMany(ToFacts),
    ]);

    private static IEnumerable<WitnessFact> ToFacts(SketchedItems items)
    {
        if (items.Items.IsEmpty) yield return new WitnessFact(items.List.List, "0");
        foreach (IGrouping<string, ImmutableArray<SketchedFact>> same in items.Items.GroupBy(TextOf, StringComparer.Ordinal))
            yield return new WitnessFact(items.List.List, $"{same.Count()} x ({same.Key})");
    }

    private static string TextOf(ImmutableArray<SketchedFact> item) => string.Join(", ", item.Select(f => $"{f.Field.Name} {f.Value?.Text ?? "?"}"));
}
