namespace ComplianceRules.Facts;

/// <summary>Finds the rows of a table by their ids.</summary>
/// <param name="rows">The rows.</param>
/// <param name="globalIds">Whether ids are unique in the whole table and not only below one parent.</param>
internal sealed class RowIndex(RowStore rows, bool globalIds)
{
    private readonly TextIndex _index = new();
    private int _count;

    public int Find(ReadOnlySpan<byte> id, int parent)
    {
        int key = Key(parent);
        uint hash = TextIndex.HashOf(id, key);
        for (int slot = _index.First(hash); slot >= 0; slot = _index.Next(hash, slot))
        {
            if (Is(_index[slot], id, key)) return _index[slot];
        }

        return -1;
    }

    /// <summary>Takes up a row whose id is free.</summary>
    public void Add(int row)
    {
        if (!_index.HasRoom) Grow();
        _index.Add(HashOf(row), row);
        _count++;
    }

    public void Remove(int row)
    {
        uint hash = HashOf(row);
        for (int slot = _index.First(hash); slot >= 0; slot = _index.Next(hash, slot))
        {
            if (_index[slot] != row) continue;
            _index.RemoveAt(slot);
            _count--;
            return;
        }
    }

    private void Grow()
    {
        foreach (int row in _index.Empty(_count + 1))
        {
            if (row >= 0) _index.Add(HashOf(row), row);
        }
    }

    private uint HashOf(int row) => TextIndex.HashOf(rows.IdBytes(row), Key(rows.Parent(row)));

    private bool Is(int row, ReadOnlySpan<byte> id, int key) => Key(rows.Parent(row)) == key && rows.IdBytes(row).SequenceEqual(id);

    private int Key(int parent) => globalIds ? -1 : parent;
}
