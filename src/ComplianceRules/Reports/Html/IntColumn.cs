namespace ComplianceRules.Reports;

/// <summary>A column of whole numbers that grows.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class IntColumn
{
    private const int First = 256;

    private int[] _items = new int[First];

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Adds a number.</summary>
    /// <param name="item">The number.</param>
    public void Add(int item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    /// <summary>Adds the place of something that may not be there: 0 for nothing, else one more than its place.</summary>
    /// <param name="place">The place; null for nothing.</param>
    public void AddPlace(int? place) => Add(place is { } known ? known + 1 : 0);

    /// <summary>Puts another number in the place of each.</summary>
    /// <param name="replace">Makes the number that takes the place.</param>
    public void Replace(Func<int, int> replace)
    {
        foreach (ref int item in _items.AsSpan(0, Count)) item = replace(item);
    }
}
