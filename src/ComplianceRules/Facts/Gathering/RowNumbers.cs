namespace ComplianceRules.Facts;

/// <summary>A whole number for each row; a row never set holds 0.</summary>
/// <param name="expected">How many rows are to come.</param>
internal sealed class RowNumbers(ExpectedRows expected)
{
    private int[] _values = [];

    /// <summary>The number of a row.</summary>
    public int this[int row] => row < _values.Length ? _values[row] : 0;

    public void Put(int row, int value)
    {
        if (row >= _values.Length) Array.Resize(ref _values, expected.RoomFor(row, _values.Length));
        _values[row] = value;
    }

    /// <summary>Puts numbers one behind the other.</summary>
    public void Put(int row, ReadOnlySpan<int> values) => values.CopyTo(Room(row, values.Length));

    /// <summary>Puts the same number for some rows.</summary>
    public void Fill(int row, int count, int value) => Room(row, count).Fill(value);

    /// <summary>The numbers of the first rows.</summary>
    public ReadOnlySpan<int> First(int rows)
    {
        if (_values.Length < rows) Array.Resize(ref _values, rows);
        return _values.AsSpan(0, rows);
    }

    /// <summary>All numbers, to be used for something else.</summary>
    /// <param name="length">How many are wanted.</param>
    public Memory<int> Take(int length)
    {
        if (_values.Length < length) Array.Resize(ref _values, length);
        (int[] values, _values) = (_values, []);
        return values.AsMemory(0, length);
    }

    private Span<int> Room(int row, int count)
    {
        if (row + count > _values.Length) Array.Resize(ref _values, expected.RoomFor(row + count - 1, _values.Length));
        return _values.AsSpan(row, count);
    }
}
