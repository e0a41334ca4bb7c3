namespace ComplianceRules.Engine;

/// <summary>Where the items of the lists of neighbouring rows lie.</summary>
/// <param name="from">For each row its first item.</param>
/// <param name="to">For each row the item after its last; the first item again where it has none.</param>
internal readonly ref struct ItemPlaces(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
{
    /// <summary>For each row its first item.</summary>
    public ReadOnlySpan<int> From { get; } = from;

    /// <summary>For each row the item after its last.</summary>
    public ReadOnlySpan<int> To { get; } = to;
}
