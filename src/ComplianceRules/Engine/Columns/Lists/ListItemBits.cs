using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The items of the lists of the rows at hand, sorted by what is known of them.</summary>
/// <remarks>For one thread; used again for one block after the other.</remarks>
internal sealed class ListItemBits
{
    private ulong[] _met = [];
    private ulong[] _failed = [];
    private ulong[] _perhapsMet = [];
    private ulong[] _perhapsFailed = [];
    private ulong[] _surely = [];
    private ulong[] _perhaps = [];
    private ChildList? _lists;
    private int _first;
    private int _mostItems;
    private bool _hasDoubt;
    private bool _isWhole;
    private bool _isReportedAll;

    /// <summary>Whether any item may count or not, or may meet the condition or not.</summary>
    public bool HasDoubt => _hasDoubt;

    /// <summary>Sorts the items.</summary>
    /// <param name="lists">The lists, and the longest that is known.</param>
    /// <param name="items">The items.</param>
    /// <param name="where">Whether an item counts; null where all do.</param>
    /// <param name="that">Whether an item meets the condition; null where all do.</param>
    public void Begin((ChildList Rows, int MostItems) lists, ColumnScope items, TruthBuffer? where, TruthBuffer? that)
    {
        (_lists, _mostItems, _first) = (lists.Rows, lists.MostItems, items.First);
        _hasDoubt = where is { IsTotal: false } || that is { IsTotal: false };
        int words = items.Length;
        _isWhole = where is null;
        _isReportedAll = ValidityBits.AreAllSet(lists.Rows.Reported, lists.Rows.Starts.Length);
        Sort(where, that, words);
    }

    /// <summary>Whether a row's list was reported and is not too long to be gone through.</summary>
    public bool IsReported(int row) => (_isReportedAll || _lists!.IsReported(row)) && (_mostItems == int.MaxValue || _lists!.Ends[row] - _lists.Starts[row] <= _mostItems);

    /// <summary>How many items of a row's list are of what kind.</summary>
    /// <param name="row">The row that has the list.</param>
    public ItemCounts Count(int row)
    {
        (int start, int end) = (_lists!.Starts[row], _lists.Ends[row]);
        (int from, int to) = start < end ? (start - _first, end - _first) : (0, 0);
        int met = Bitmaps.Count(_met, from, to);
        int surely = _isWhole ? to - from : Bitmaps.Count(_surely, from, to);
        if (!_hasDoubt) return new ItemCounts(met, surely - met, 0, 0, 0, 0);
        int failed = Bitmaps.Count(_failed, from, to);
        int perhaps = Bitmaps.Count(_perhaps, from, to);
        int perhapsMet = Bitmaps.Count(_perhapsMet, from, to);
        int perhapsFailed = Bitmaps.Count(_perhapsFailed, from, to);
        return new ItemCounts(met, failed, surely - met - failed, perhapsMet, perhapsFailed, perhaps - perhapsMet - perhapsFailed);
    }

    /// <summary>The items that surely count.</summary>
    public ReadOnlySpan<ulong> Surely => _surely;

    /// <summary>The items of a row's list; null where one may be in it or not, or one that is in it has no known number.</summary>
    /// <param name="row">The row that has the list.</param>
    /// <param name="known">The items whose number is known; empty where all are.</param>
    public ItemSpan? Open(int row, ReadOnlySpan<ulong> known)
    {
        (int from, int to) = (_lists!.Starts[row] - _first, _lists.Ends[row] - _first);
        if (from >= to) return new ItemSpan(0, 0, 0);
        if (_hasDoubt && Bitmaps.Count(_perhaps, from, to) > 0) return null;
        int count = _isWhole ? to - from : Bitmaps.Count(_surely, from, to);
        if (!known.IsEmpty && Bitmaps.CountBoth(_surely, known, from, to) < count) return null;
        return new ItemSpan(from, to, count);
    }

    private void Sort(TruthBuffer? where, TruthBuffer? that, int words)
    {
        Span<ulong> surely = Room(ref _surely, words);
        Span<ulong> met = Room(ref _met, words);
        if (where is null) surely.Fill(ulong.MaxValue);
        else where.True.CopyTo(surely);
        if (that is null) surely.CopyTo(met);
        else Bitmaps.And(surely, that.True, met);
        if (!_hasDoubt) return;
        Span<ulong> failed = Room(ref _failed, words);
        Span<ulong> perhaps = Room(ref _perhaps, words);
        Span<ulong> perhapsMet = Room(ref _perhapsMet, words);
        Span<ulong> perhapsFailed = Room(ref _perhapsFailed, words);
        if (where is null || where.IsTotal) perhaps.Clear();
        else NotEither(where.True, where.False, perhaps);
        if (that is null)
        {
            failed.Clear();
            perhapsFailed.Clear();
            perhaps.CopyTo(perhapsMet);
            return;
        }

        Bitmaps.And(surely, that.False, failed);
        Bitmaps.And(perhaps, that.True, perhapsMet);
        Bitmaps.And(perhaps, that.False, perhapsFailed);
    }

    private static void NotEither(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        for (int word = 0; word < result.Length; word++) result[word] = ~(left[word] | right[word]);
    }

    private static Span<ulong> Room(ref ulong[] bits, int words)
    {
        if (bits.Length < words) bits = new ulong[words];
        return bits.AsSpan(0, words);
    }
}
