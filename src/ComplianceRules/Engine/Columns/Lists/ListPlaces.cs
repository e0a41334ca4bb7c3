using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Where the items of the lists of the rows at hand lie among the items at hand.</summary>
/// <remarks>For one thread; used again for one block after the other. All conditions on the same list share it.</remarks>
internal sealed class ListPlaces
{
    private readonly NestedLists _nested = new();
    private readonly WeakReference<ChildList?> _placed = new(null);
    private ChildList? _lists;
    private int[] _from = [];
    private int[] _to = [];
    private ulong[] _asked = [];
    private int _words;
    private int _firstWord;
    private (int From, int To) _of;
    private bool _isReportedAll;
    private bool _isNested;

    /// <summary>Of which block the places are.</summary>
    public long Stamp { get; private set; } = -1;

    /// <summary>The least span of rows that has all items.</summary>
    public (int From, int To) Items { get; private set; }

    /// <summary>How many items the longest list has.</summary>
    public int Longest { get; private set; }

    /// <summary>The places by row, the first for the row of the first bit; from the first item at hand or one before it, a multiple of 64.</summary>
    public ItemPlaces All => new(_from.AsSpan(0, _words * ValidityBits.PerWord), _to.AsSpan(0, _words * ValidityBits.PerWord));

    /// <summary>The places of the rows whose lists are gone through where something adds up; the others are made of those.</summary>
    public ItemPlaces Own => _isNested ? _nested.Own : All;

    /// <summary>Gives the rows whose lists are made of others what those add up to.</summary>
    /// <param name="numbers">Whole numbers of the rows whose lists are gone through.</param>
    public void AddUp(Span<double> numbers)
    {
        if (_isNested) _nested.AddUp(numbers);
    }

    /// <summary>Finds the places of a block.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="scope">The rows that have them.</param>
    /// <param name="stamp">The block.</param>
    public void Begin(ChildList lists, ColumnScope scope, long stamp)
    {
        (Stamp, _lists) = (stamp, lists);
        if (_of == (scope.From, scope.To) && _placed.TryGetTarget(out ChildList? placed) && placed == lists) return;
        _placed.SetTarget(lists);
        (_of, _words, _firstWord) = ((scope.From, scope.To), scope.Length, scope.First / ValidityBits.PerWord);
        int rows = _words * ValidityBits.PerWord;
        if (_from.Length < rows) (_from, _to) = (new int[rows], new int[rows]);
        ReadOnlySpan<int> starts = lists.Starts[scope.From..scope.To];
        ReadOnlySpan<int> ends = lists.Ends[scope.From..scope.To];
        (Items, Longest, long all) = Span(starts, ends);
        _isReportedAll = ValidityBits.AreAllSet(lists.Reported, lists.Starts.Length);
        int before = scope.From - scope.First;
        Place(starts, ends, _from.AsSpan(before, starts.Length), _to.AsSpan(before, starts.Length));
        ClearBeside(_from.AsSpan(0, rows), before, starts.Length);
        ClearBeside(_to.AsSpan(0, rows), before, starts.Length);
        if (all > Items.To - Items.From) _nested.Begin(All, Items.To - Items.From);
        _isNested = all > Items.To - Items.From && _nested.IsAny;
    }

    /// <summary>Lets go of the lists.</summary>
    public void Release() => _lists = null;

    /// <summary>Whether every list was reported and none is too long to be gone through.</summary>
    /// <param name="mostItems">The longest list that is known.</param>
    public bool AreAllAsked(int mostItems) => _isReportedAll && Longest <= mostItems;

    /// <summary>The rows whose list was reported and is not too long to be gone through.</summary>
    /// <param name="mostItems">The longest list that is known.</param>
    public ReadOnlySpan<ulong> Asked(int mostItems)
    {
        ReadOnlySpan<ulong> reported = _lists!.Reported.Slice(_firstWord, _words);
        if (Longest <= mostItems) return reported;
        if (_asked.Length < _words) _asked = new ulong[_words];
        reported.CopyTo(_asked);
        for (int row = 0; row < _words * ValidityBits.PerWord; row++)
        {
            if (_to[row] - _from[row] > mostItems) Bitmaps.ClearRange(_asked, row, row + 1);
        }

        return _asked.AsSpan(0, _words);
    }

    private void Place(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, Span<int> from, Span<int> to)
    {
        int first = Items.From & ~(ValidityBits.PerWord - 1);
        for (int row = 0; row < starts.Length; row++)
        {
            (int start, int end) = (starts[row], ends[row]);
            bool isEmpty = start >= end;
            from[row] = isEmpty ? 0 : start - first;
            to[row] = isEmpty ? 0 : end - first;
        }
    }

    private static ((int From, int To) Items, int Longest, long All) Span(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        (int first, int last, int longest, long all) = (int.MaxValue, 0, 0, 0);
        for (int row = 0; row < starts.Length; row++)
        {
            (int start, int end) = (starts[row], ends[row]);
            bool isEmpty = start >= end;
            first = Math.Min(first, isEmpty ? int.MaxValue : start);
            last = Math.Max(last, isEmpty ? 0 : end);
            longest = Math.Max(longest, end - start);
            all += isEmpty ? 0 : end - start;
        }

        return (first < last ? (first, last) : (0, 0), longest, all);
    }

    private static void ClearBeside(Span<int> places, int before, int rows)
    {
        places[..before].Clear();
        places[(before + rows)..].Clear();
    }
}
