namespace ComplianceRules.Facts;

/// <summary>A whole number for each row, in pieces; a row never set holds 0.</summary>
internal sealed class RowNumbers
{
    private readonly List<int[]?> _chunks = [];
    private int[] _current = [];
    private int _at = -1;

    /// <summary>The number of a row.</summary>
    public int this[int row]
    {
        get
        {
            int at = row >> RowChunks.Shift;
            if (at == _at) return _current[row & RowChunks.Mask];
            return at < _chunks.Count && _chunks[at] is { } chunk ? chunk[row & RowChunks.Mask] : 0;
        }
    }

    public void Put(int row, int value)
    {
        if (row >> RowChunks.Shift != _at) Enter(row >> RowChunks.Shift);
        _current[row & RowChunks.Mask] = value;
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        _chunks.Clear();
        (_current, _at) = ([], -1);
    }

    private void Enter(int at)
    {
        while (_chunks.Count <= at) _chunks.Add(null);
        _current = _chunks[at] ??= new int[RowChunks.Rows];
        _at = at;
    }
}
