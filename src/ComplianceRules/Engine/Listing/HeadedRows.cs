namespace ComplianceRules.Engine;

/// <summary>Rows with the beginnings of their keys, which tell most of them apart.</summary>
internal sealed class HeadedRows
{
    private readonly RowOrder _order;
    private readonly int[] _rows;
    private readonly ulong[] _first;
    private readonly ulong[] _second;

    /// <summary>Reads the beginnings.</summary>
    /// <param name="order">Compares whole keys.</param>
    /// <param name="rows">The rows.</param>
    public HeadedRows(RowOrder order, ReadOnlySpan<int> rows)
    {
        _order = order;
        _rows = [.. rows];
        _first = new ulong[rows.Length];
        _second = new ulong[rows.Length];
        for (int i = 0; i < rows.Length; i++) (_first[i], _second[i]) = order.Head(rows[i]);
    }

    /// <summary>Which of two comes first, equal keys by row.</summary>
    /// <param name="left">The place of one among the rows.</param>
    /// <param name="right">The place of another.</param>
    public int Compare(int left, int right)
    {
        if (_first[left] != _first[right]) return _first[left] < _first[right] ? -1 : 1;
        if (_second[left] != _second[right]) return _second[left] < _second[right] ? -1 : 1;
        int whole = _order.Compare(_rows[left], _rows[right]);
        return whole != 0 ? whole : _rows[left].CompareTo(_rows[right]);
    }
}
