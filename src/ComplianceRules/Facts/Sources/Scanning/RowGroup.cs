using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Values of 64 rows of a table as they are read, one behind the other for each key, before they go into their columns at once.</summary>
/// <remarks>INVARIANT: a cell whose row has no value here is zero. Whoever looks at columns lets the values go there first.</remarks>
internal sealed class RowGroup
{
    private const int Rows = CellStore.RowsOfGroup;

    private readonly ulong[] _known = new ulong[Rows];
    private int[] _cells = [];
    private double[] _numbers = [];
    private readonly ColumnBuilder?[] _columns = new ColumnBuilder?[MostKeys];
    private readonly RowKey[] _keysByPlace = new RowKey[MostKeys];
    private int _first = -1;
    private int _keys;

    /// <summary>How many keys may have values here: one for each bit of a word.</summary>
    public static int MostKeys => ValidityBits.PerWord;

    /// <summary>Gives a key its place, as long as there are any.</summary>
    public void Take(RowKey key)
    {
        if (key.Kind == RowKeyKind.Other) return;
        if (_keys < MostKeys) (_columns[_keys], _keysByPlace[_keys]) = (key.Column, key);
        key.PutAt(_keys < MostKeys ? _keys++ : -1);
    }

    /// <summary>The key of a place that was given.</summary>
    public RowKey KeyAt(int place) => _keysByPlace[place];

    /// <summary>Goes on to the group of a row.</summary>
    public void Enter(int row)
    {
        int first = row & -Rows;
        if (first == _first) return;
        if (_first < 0) MakeRoom();
        Flush();
        _first = first;
    }

    /// <summary>The row's cell of the key at the first place; those of others are <see cref="RowKey.Slot"/> further on.</summary>
    public ref int CellsOf(int row) => ref _cells[row & (Rows - 1)];

    /// <summary>The row's number of the key at the first place; those of others are <see cref="RowKey.Slot"/> further on.</summary>
    public ref double NumbersOf(int row) => ref _numbers[row & (Rows - 1)];

    /// <summary>Notes which keys have given a row a value.</summary>
    /// <param name="row">A row of the group entered last.</param>
    /// <param name="keys">One bit a key.</param>
    public void Note(int row, ulong keys) => _known[row & (Rows - 1)] |= keys;

    /// <summary>Lets all values go into their columns.</summary>
    public void Flush()
    {
        (ulong any, ulong all) = (0, ulong.MaxValue);
        foreach (ulong keys in _known) (any, all) = (any | keys, all & keys);
        for (ulong rest = any; rest != 0; rest &= rest - 1)
        {
            int key = BitOperations.TrailingZeroCount(rest);
            Flush(key, (all >> key & 1) != 0 ? ulong.MaxValue : RowsOf(key));
        }

        if (any != 0) _known.AsSpan().Clear();
    }

    private void Flush(int key, ulong rows)
    {
        if (_columns[key] is NumberColumnBuilder { IsStepless: true } numbers) numbers.Merge(_first, rows, _numbers.AsSpan(key * Rows, Rows));
        else
        {
            Span<int> cells = _cells.AsSpan(key * Rows, Rows);
            _columns[key]?.Merge(_first, rows, cells);
            cells.Clear();
        }
    }

    private void MakeRoom()
    {
        _cells = new int[Rows * Math.Max(_keys, 1)];
        _numbers = new double[_columns.Any(c => c is NumberColumnBuilder { IsStepless: true }) ? _cells.Length : Rows];
    }

    // One bit a row: the key's bit moved to the upper end of each word, and eight of them taken at once.
    private ulong RowsOf(int key)
    {
        ulong rows = 0;
        ref ulong known = ref MemoryMarshal.GetArrayDataReference(_known);
        for (int row = 0; row < Rows; row += Vector512<ulong>.Count)
            rows |= (Vector512.LoadUnsafe(ref known, (nuint)row) << (ValidityBits.PerWord - 1 - key)).ExtractMostSignificantBits() << row;
        return rows;
    }
}
