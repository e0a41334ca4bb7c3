namespace ComplianceRules.Facts;

/// <summary>Values by row that grow by doubling; a row never set holds the default.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
internal sealed class GrowingList<T>
    where T : struct
{
    private const int FirstLength = 16;

    private T[] _values = [];

    /// <summary>The value of a row.</summary>
    public T this[int row] => row < _values.Length ? _values[row] : default;

    public void Put(int row, T value)
    {
        if (row >= _values.Length) Array.Resize(ref _values, Math.Max(Math.Max(FirstLength, row + 1), _values.Length * 2));
        _values[row] = value;
    }
}
