namespace ComplianceRules.Facts;

/// <summary>Finds the rows of a table by their ids, and tells which ids are taken.</summary>
/// <remarks>
/// Where ids are unique below one parent only and the rows of each parent come one behind the other, parents ascending, an id is compared within its run and no table of all
/// rows is made: not before a row comes elsewhere, or is looked for. Nor is one made of ids that are unique in the whole table for as long as they ascend.
/// </remarks>
/// <param name="rows">The rows.</param>
/// <param name="globalIds">Whether ids are unique in the whole table and not only below one parent.</param>
internal sealed class RowIndex(RowStore rows, bool globalIds)
{
    private readonly TextIndex _index = new();
    private readonly RowRun _run = new(rows);
    private bool _isFilled;

    /// <summary>Finds a row wherever it stands.</summary>
    public int Find(ReadOnlySpan<byte> id, int parent)
    {
        if (!_isFilled) IndexAll();
        int key = Key(parent);
        uint hash = TextIndex.HashOf(id, key);
        for (int slot = _index.First(hash); slot >= 0; slot = _index.Next(hash, slot))
        {
            int row = _index[slot];
            if (Key(rows.Parent(row)) == key && rows.IdBytes(row).SequenceEqual(id)) return row;
        }

        return -1;
    }

    /// <summary>The row that has an id which another is to have; -1 where the id is free.</summary>
    public int Holder(ReadOnlySpan<byte> id, int parent)
    {
        if (_isFilled) return Find(id, parent);
        if (globalIds) return _run.IsAbove(id) ? -1 : Find(id, parent);
        if (parent == _run.Parent) return _run.Find(id);
        return parent > _run.Parent ? -1 : Find(id, parent);
    }

    /// <summary>Takes up a row whose id is free.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">Its id.</param>
    public void Add(int row, ReadOnlySpan<byte> id)
    {
        if (_isFilled) Put(row);
        else _run.Add(row, id, Key(rows.Parent(row)));
    }

    /// <summary>Takes up a row with a short id where that is greater than all below the same parent, so that it is free.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">The id, see <see cref="ShortTexts.HeadOf"/>, its length and its place.</param>
    /// <param name="parent">The row above.</param>
    /// <returns>Whether it is.</returns>
    public bool TryAddShort(int row, (ulong Head, int Length, int Place) id, int parent) => !globalIds && !_isFilled && _run.TryAddShort(row, id, parent);

    /// <summary>Whether a row below a parent is free where its id is greater than that of the row added last, and need not be taken up before another of which the same is true.</summary>
    public bool MayAscend(int parent) => !globalIds && !_isFilled && _run.MayAscend(parent);

    public void Remove(int row)
    {
        if (!rows.IsNamed(row)) return;
        if (_isFilled) _index.Remove(HashOf(row), row);
        else _run.Remove(row);
    }

    private void IndexAll()
    {
        _isFilled = true;
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows.IsNamed(row) && !rows.IsRemoved(row)) Put(row);
        }
    }

    private void Put(int row)
    {
        if (!_index.HasRoom)
        {
            foreach (int old in _index.Grow())
            {
                if (old >= 0) _index.Add(HashOf(old), old);
            }
        }

        _index.Add(HashOf(row), row);
    }

    private uint HashOf(int row) => TextIndex.HashOf(rows.IdBytes(row), Key(rows.Parent(row)));

    private int Key(int parent) => globalIds ? -1 : parent;
}
