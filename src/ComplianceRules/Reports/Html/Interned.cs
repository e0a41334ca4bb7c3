using System.Runtime.InteropServices;

namespace ComplianceRules.Reports;

/// <summary>Things that stand once and go by their number, in the order in which they came.</summary>
/// <remarks>For one thread.</remarks>
/// <typeparam name="T">What stands there.</typeparam>
/// <param name="comparer">What is equal; null for the type's own.</param>
internal sealed class Interned<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _places = new(comparer);
    private readonly List<T> _items = [];

    /// <summary>What stands there, by number.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>The number of something, which is added where it is new.</summary>
    /// <param name="item">The thing.</param>
    public int Of(T item)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, item, out bool isKnown);
        if (isKnown) return place;
        place = _items.Count;
        _items.Add(item);
        return place;
    }
}
