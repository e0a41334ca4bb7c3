using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Which row of the one snapshot is which of the other: the one with the same ids from the top down.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class RowMatch
{
    // Null where every row has the same number on both sides.
    private readonly int[]? _before;

    private RowMatch(int[]? before, int[] gone) => (_before, Gone) = (before, gone);

    /// <summary>The old rows that the new side does not have.</summary>
    public IReadOnlyList<int> Gone { get; }

    /// <summary>The old row that a new row is; -1 where there is none.</summary>
    /// <param name="row">The new row.</param>
    public int Before(int row) => _before is null ? row : _before[row];

    /// <summary>Matches the rows of two tables.</summary>
    /// <param name="before">The old table; null where there is none.</param>
    /// <param name="after">The new table; null where there is none.</param>
    public static RowMatch Of(FactTable? before, FactTable? after)
    {
        int count = after?.Count ?? 0;
        if (before is null) return new RowMatch([.. Enumerable.Repeat(-1, count)], []);
        if (after is null) return new RowMatch([], [.. Enumerable.Range(0, before.Count)]);
        if (AreAlike(before, after)) return new RowMatch(null, []);
        Dictionary<string, int> known = new(before.Count, StringComparer.Ordinal);
        for (int row = 0; row < before.Count; row++) known[before.Key(row)] = row;
        int[] matched = [.. Enumerable.Range(0, count).Select(row => known.GetValueOrDefault(after.Key(row), -1))];
        HashSet<int> met = [.. matched];
        return new RowMatch(matched, [.. Enumerable.Range(0, before.Count).Where(row => !met.Contains(row))]);
    }

    private static bool AreAlike(FactTable before, FactTable after)
    {
        if (before.Count != after.Count) return false;
        for (int row = 0; row < before.Count; row++)
        {
            if (before.Key(row) != after.Key(row)) return false;
        }

        return true;
    }
}
