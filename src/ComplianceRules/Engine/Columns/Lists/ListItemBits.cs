using System.Runtime.InteropServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The items of the lists of the rows at hand, sorted by what is known of them.</summary>
/// <remarks>For one thread; used again for one block after the other. Rows are counted from the row of the first bit.</remarks>
internal sealed class ListItemBits
{
    private readonly double[][] _numbers = [[], [], []];
    private ulong[] _met = [];
    private ulong[] _failed = [];
    private ulong[] _perhapsMet = [];
    private ulong[] _perhapsFailed = [];
    private ulong[] _surely = [];
    private ulong[] _perhaps = [];
    private ulong[] _doubts = [];
    private ulong[] _rows = [];
    private byte[] _cells = [];
    private double[] _counted = [];
    private ListPlaces? _places;
    private int _words;
    private int _mostItems;
    private bool _hasDoubt;
    private bool _isWhole;

    /// <summary>Whether any item may count or not, or may meet the condition or not.</summary>
    public bool HasDoubt => _hasDoubt;

    /// <summary>Whether all items count.</summary>
    public bool IsWhole => _isWhole;

    /// <summary>Whether every list was reported and is not too long to be gone through.</summary>
    public bool AreAllAsked => _places!.AreAllAsked(_mostItems);

    /// <summary>The rows whose list was reported and is not too long to be gone through.</summary>
    public ReadOnlySpan<ulong> Asked => _places!.Asked(_mostItems);

    /// <summary>Where the items of each row lie.</summary>
    public ItemPlaces Places => _places!.All;

    /// <summary>How many items the longest list has.</summary>
    public int Longest => _places!.Longest;

    /// <summary>The items that surely count.</summary>
    public ReadOnlySpan<ulong> Surely => _surely.AsSpan(0, _words);

    /// <summary>The items that surely count and meet the condition.</summary>
    public ReadOnlySpan<ulong> Met => _met.AsSpan(0, _words);

    /// <summary>The items that surely count and fail the condition.</summary>
    public ReadOnlySpan<ulong> Failed
    {
        get
        {
            if (!_hasDoubt) Bitmaps.AndNot(Surely, Met, Room(ref _failed, _words));
            return _failed.AsSpan(0, _words);
        }
    }

    /// <summary>The items that may count or not.</summary>
    public ReadOnlySpan<ulong> Perhaps => _perhaps.AsSpan(0, _words);

    /// <summary>Room for a bit of each item.</summary>
    public Span<ulong> Doubts => Room(ref _doubts, _words);

    /// <summary>Sorts the items.</summary>
    /// <param name="places">Where they lie.</param>
    /// <param name="mostItems">The longest list that is known.</param>
    /// <param name="words">How many words the bits of the items take.</param>
    /// <param name="items">Whether an item counts, null where all do; whether it meets the condition, null where all do.</param>
    public void Begin(ListPlaces places, int mostItems, int words, (TruthBuffer? Where, TruthBuffer? That) items)
    {
        (_places, _mostItems, _words) = (places, mostItems, words);
        _hasDoubt = items.Where is { IsTotal: false } || items.That is { IsTotal: false };
        _isWhole = items.Where is null;
        Sort(items.Where, items.That);
    }

    /// <summary>Room for numbers of the rows, up to three of them.</summary>
    /// <param name="number">Which of them, from 0.</param>
    public Span<double> Numbers(int number)
    {
        int rows = Places.From.Length;
        if (_numbers[number].Length < rows) _numbers[number] = new double[rows];
        return _numbers[number].AsSpan(0, rows);
    }

    /// <summary>The numbers of the items that surely count, of all others another.</summary>
    /// <param name="numbers">The numbers of all items.</param>
    /// <param name="otherwise">What the others become.</param>
    public ReadOnlySpan<double> Counted(ReadOnlySpan<double> numbers, double otherwise)
    {
        if (_isWhole) return numbers;
        if (_counted.Length < numbers.Length) _counted = new double[numbers.Length];
        ItemNumberKernel.Keep(numbers, Surely, otherwise, _counted);
        return _counted.AsSpan(0, numbers.Length);
    }

    /// <summary>How many items of each row surely count and meet the condition.</summary>
    public void CountMet(Span<double> counts) => Count(Met, counts);

    /// <summary>How many bits of the items of each row are set.</summary>
    /// <param name="bits">The bits of the items.</param>
    /// <param name="counts">Takes the counts.</param>
    public void Count(ReadOnlySpan<ulong> bits, Span<double> counts)
    {
        ItemCounting.Count(bits, _places!.Own, counts);
        _places.AddUp(counts);
    }

    /// <summary>The sums of the cells of the items of each row that surely count.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="sums">Takes the sums.</param>
    public void Sum(ReadOnlySpan<byte> cells, Span<double> sums)
    {
        ItemSumKernel.Bytes(Counted(cells), _places!.Own, sums);
        _places.AddUp(sums);
    }

    /// <summary>The sums of the cells of the items of each row that surely count.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="sums">Takes the sums.</param>
    public void Sum(ReadOnlySpan<ushort> cells, Span<double> sums)
    {
        ItemSumKernel.UInt16s(Counted(cells), _places!.Own, sums);
        _places.AddUp(sums);
    }

    /// <summary>The sums that the variations of the items of each row that surely count are made of.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="weights">Their weights; empty where all weigh the same.</param>
    /// <param name="into">Takes the sums.</param>
    public void Sum(ReadOnlySpan<byte> cells, ReadOnlySpan<byte> weights, MomentRoom into)
    {
        if (weights.IsEmpty)
        {
            ItemMomentKernel.Plain(Counted(cells), _places!.Own, into);
            CountSurely(into.Weights);
        }
        else
        {
            ItemMomentKernel.Weighted(cells, Counted(weights), _places!.Own, into);
            _places.AddUp(into.Weights);
        }

        _places.AddUp(into.Sums);
        _places.AddUp(into.Squares);
    }

    /// <summary>The least span of words that has the bits of the items of some neighbouring rows.</summary>
    /// <param name="rows">The first row and the one after the last.</param>
    public (int From, int To) Words((int From, int To) rows)
    {
        if (rows.To - rows.From == Places.From.Length) return (0, _words);
        (int first, int last) = (int.MaxValue, 0);
        for (int row = rows.From; row < rows.To; row++)
        {
            if (Places.From[row] >= Places.To[row]) continue;
            first = Math.Min(first, Places.From[row]);
            last = Math.Max(last, Places.To[row]);
        }

        return first < last ? (first / ValidityBits.PerWord, ValidityBits.Words(last)) : (0, 0);
    }

    /// <summary>How many bits of the items of neighbouring rows are set.</summary>
    /// <param name="bits">The bits of the items.</param>
    /// <param name="rows">The first row and the one after the last.</param>
    /// <param name="counts">Takes the counts, by row.</param>
    public void Count(ReadOnlySpan<ulong> bits, (int From, int To) rows, Span<double> counts)
    {
        if (rows.To - rows.From == counts.Length) Count(bits, counts);
        else ItemCounting.Count(bits, new ItemPlaces(Places.From[rows.From..rows.To], Places.To[rows.From..rows.To]), counts[rows.From..rows.To]);
    }

    /// <summary>How many items of each row surely count.</summary>
    public void CountSurely(Span<double> counts)
    {
        if (_isWhole) ItemCounting.Count(Places, counts);
        else Count(Surely, counts);
    }

    /// <summary>Leaves the rows whose list was reported, none of whose items may count or not, and of whose items that count every number is known.</summary>
    /// <param name="known">The items whose number is known; empty where all are.</param>
    /// <param name="rows">One bit a row.</param>
    public void Limit(ReadOnlySpan<ulong> known, Span<ulong> rows)
    {
        if (!AreAllAsked) Bitmaps.And(rows, Asked, rows);
        if (_hasDoubt) LeaveOut(Perhaps, rows);
        if (known.IsEmpty) return;
        Bitmaps.AndNot(Surely, known, Doubts);
        LeaveOut(Doubts, rows);
    }

    /// <summary>Takes out the rows that have any of some items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="rows">One bit a row.</param>
    public void LeaveOut(ReadOnlySpan<ulong> items, Span<ulong> rows)
    {
        if (!items.ContainsAnyExcept(0UL)) return;
        Span<ulong> any = Room(ref _rows, rows.Length);
        ItemCounting.Any(items, Places, any);
        Bitmaps.AndNot(rows, any, rows);
    }

    /// <summary>The items that may turn out to fail the condition, or to meet it; only where there is doubt.</summary>
    /// <param name="failing">Whether those that may fail are asked for.</param>
    public ReadOnlySpan<ulong> MayTurnOut(bool failing)
    {
        Span<ulong> doubts = Doubts;
        ReadOnlySpan<ulong> not = failing ? _perhapsMet : _perhapsFailed;
        for (int word = 0; word < doubts.Length; word++) doubts[word] = (_surely[word] & ~(_met[word] | _failed[word])) | (_perhaps[word] & ~not[word]);
        return doubts;
    }

    /// <summary>How many items of a row's list are of what kind.</summary>
    /// <param name="row">The row that has the list.</param>
    public ItemCounts Count(int row)
    {
        (int from, int to) = (Places.From[row], Places.To[row]);
        int met = Bitmaps.Count(_met, from, to);
        int surely = _isWhole ? to - from : Bitmaps.Count(_surely, from, to);
        if (!_hasDoubt) return new ItemCounts(met, surely - met, 0, 0, 0, 0);
        int failed = Bitmaps.Count(_failed, from, to);
        int perhaps = Bitmaps.Count(_perhaps, from, to);
        int perhapsMet = Bitmaps.Count(_perhapsMet, from, to);
        int perhapsFailed = Bitmaps.Count(_perhapsFailed, from, to);
        return new ItemCounts(met, failed, surely - met - failed, perhapsMet, perhapsFailed, perhaps - perhapsMet - perhapsFailed);
    }

    /// <summary>The items of a row's list.</summary>
    /// <param name="row">The row that has the list.</param>
    public ItemSpan Span(int row)
    {
        (int from, int to) = (Places.From[row], Places.To[row]);
        return new ItemSpan(from, to, _isWhole ? to - from : Bitmaps.Count(_surely, from, to));
    }

    /// <summary>The cells of the items that surely count, of all others 0.</summary>
    /// <param name="cells">The cells of all items; of more of them perhaps.</param>
    private ReadOnlySpan<byte> Counted(ReadOnlySpan<byte> cells)
    {
        if (_isWhole) return cells;
        int length = _words * ValidityBits.PerWord;
        if (_cells.Length < length) _cells = new byte[length];
        ItemMask.Keep(cells[..length], Surely, _cells);
        return _cells.AsSpan(0, length);
    }

    /// <summary>The cells of the items that surely count, of all others 0.</summary>
    /// <param name="cells">The cells of all items; of more of them perhaps.</param>
    private ReadOnlySpan<ushort> Counted(ReadOnlySpan<ushort> cells)
    {
        if (_isWhole) return cells;
        int length = _words * ValidityBits.PerWord;
        if (_cells.Length < length * sizeof(ushort)) _cells = new byte[length * sizeof(ushort)];
        Span<ushort> kept = MemoryMarshal.Cast<byte, ushort>(_cells.AsSpan())[..length];
        ItemMask.Keep(cells[..length], Surely, kept);
        return kept;
    }

    private void Sort(TruthBuffer? where, TruthBuffer? that)
    {
        Span<ulong> surely = Room(ref _surely, _words);
        Span<ulong> met = Room(ref _met, _words);
        if (where is null) surely.Fill(ulong.MaxValue);
        else where.True.CopyTo(surely);
        if (that is null) surely.CopyTo(met);
        else Bitmaps.And(surely, that.True, met);
        if (_hasDoubt) SortDoubtful(where, that);
    }

    private void SortDoubtful(TruthBuffer? where, TruthBuffer? that)
    {
        Span<ulong> failed = Room(ref _failed, _words);
        Span<ulong> perhaps = Room(ref _perhaps, _words);
        Span<ulong> perhapsMet = Room(ref _perhapsMet, _words);
        Span<ulong> perhapsFailed = Room(ref _perhapsFailed, _words);
        if (where is null || where.IsTotal) perhaps.Clear();
        else NotEither(where.True, where.False, perhaps);
        if (that is null)
        {
            failed.Clear();
            perhapsFailed.Clear();
            perhaps.CopyTo(perhapsMet);
            return;
        }

        Bitmaps.And(Surely, that.False, failed);
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
