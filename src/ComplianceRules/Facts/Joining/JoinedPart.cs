namespace ComplianceRules.Facts;

/// <summary>A snapshot whose rows go into a joined one.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Facts">The snapshot.</param>
internal sealed record JoinedPart(Snapshot Facts)
{
    /// <summary>Whether a school is taken over, by its row, with all that lies below it; null where every one is.</summary>
    public Func<int, bool>? HasSchool { get; init; }

    /// <summary>Whether rows that lie below no school are taken over.</summary>
    public bool HasStrays { get; init; } = true;

    /// <summary>For each school the place that it has among those of its region in the whole data; null where they stand in that order.</summary>
    public int[]? Places { get; init; }
}
