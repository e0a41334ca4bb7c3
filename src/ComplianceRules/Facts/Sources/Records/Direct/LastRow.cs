namespace ComplianceRules.Facts;

/// <summary>The row found last, since the rows of one parent mostly come one behind the other.</summary>
internal sealed class LastRow
{
    private byte[] _key = [];
    private int _length = -1;
    private int _above;
    private int _row;

    /// <summary>The row behind the one found last; the first one where none has been found.</summary>
    public int Next => _length < 0 ? 0 : _row + 1;

    /// <summary>Whether the row found last is sought again.</summary>
    public bool Is(ReadOnlySpan<byte> key, int above, out int row)
    {
        row = _row;
        return above == _above && key.Length == _length && key.SequenceEqual(_key.AsSpan(0, _length));
    }

    /// <summary>Keeps a row in mind.</summary>
    public void Keep(ReadOnlySpan<byte> key, int above, int row)
    {
        if (_key.Length < key.Length) _key = new byte[key.Length * 2];
        key.CopyTo(_key);
        (_length, _above, _row) = (key.Length, above, row);
    }
}
