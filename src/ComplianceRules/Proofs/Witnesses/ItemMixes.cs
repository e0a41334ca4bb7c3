using System.Collections.Immutable;

namespace ComplianceRules.Proofs;

/// <summary>The lists that may be made of a few kinds of rows: none, one, two, and mixes of two kinds for shares.</summary>
internal static class ItemMixes
{
    private static readonly ImmutableArray<int> Sizes = [2, 3, 4, 5, 7, 10, 20];

    /// <summary>The mixes, small ones first.</summary>
    /// <param name="kinds">The kinds of rows.</param>
    /// <typeparam name="T">What a row is.</typeparam>
    public static IEnumerable<ImmutableArray<T>> Of<T>(ImmutableArray<T> kinds)
    {
        foreach (T kind in kinds) yield return [kind];
        for (int i = 0; i < kinds.Length; i++)
        {
            for (int j = i + 1; j < kinds.Length; j++) yield return [kinds[i], kinds[j]];
        }

        yield return [];
        for (int i = 0; i < kinds.Length; i++)
        {
            for (int j = i + 1; j < kinds.Length; j++)
            {
                foreach ((int size, int first) in Sizes.SelectMany(s => Enumerable.Range(0, s + 1).Select(f => (s, f))))
                    yield return [.. Enumerable.Repeat(kinds[i], first), .. Enumerable.Repeat(kinds[j], size - first)];
            }
        }
    }
}
