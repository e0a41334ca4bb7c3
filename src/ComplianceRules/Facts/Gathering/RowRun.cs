namespace ComplianceRules.Facts;

/// <summary>The rows that come below one parent, one behind the other, and their ids.</summary>
/// <remarks>Ids that ascend need one comparison each; from the first on that does not, a small table is kept of the run.</remarks>
/// <param name="rows">The rows.</param>
internal sealed class RowRun(RowStore rows)
{
    private const int None = -2;

    private readonly TextIndex _index = new();
    private bool _isIndexed;
    private int _first;
    private int _last;
    private int _greatest;
    private int _greatestLength;
    private ulong _greatestHead;

    /// <summary>The parent; less than any where no row has come.</summary>
    public int Parent { get; private set; } = None;

    /// <summary>The row of the run that has an id; -1 where the id is free.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        if (!_isIndexed && IsGreatest(id)) return -1;
        if (!_isIndexed) IndexAll();
        uint hash = TextIndex.HashOf(id, Parent);
        for (int slot = _index.First(hash); slot >= 0; slot = _index.Next(hash, slot))
        {
            if (rows.IdBytes(_index[slot]).SequenceEqual(id)) return _index[slot];
        }

        return -1;
    }

    /// <summary>Whether an id is greater than all that came, so that it is free; where not, it may be free too.</summary>
    public bool IsAbove(ReadOnlySpan<byte> id) => Parent == None || IsGreatest(id);

    /// <summary>Takes up a row whose id is free; one of another parent begins a run of its own.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">Its id.</param>
    /// <param name="parent">The row above; the same for all where ids are unique in the whole table.</param>
    public void Add(int row, ReadOnlySpan<byte> id, int parent)
    {
        if (parent != Parent) Begin(parent, row);
        (_first, _last) = (Math.Min(_first, row), Math.Max(_last, row));
        if (_isIndexed) Put(row);
        else (_greatest, _greatestLength, _greatestHead) = (rows.IdPlace(row), id.Length, TextHead.Of(id));
    }

    /// <summary>Takes up a row with a short id where that is greater than all of the run.</summary>
    /// <param name="row">The row.</param>
    /// <param name="id">The id, see <see cref="ShortTexts.HeadOf"/>, its length and its place.</param>
    /// <param name="parent">The row above.</param>
    /// <returns>Whether it is.</returns>
    public bool TryAddShort(int row, (ulong Head, int Length, int Place) id, int parent)
    {
        if (parent != Parent || _isIndexed) return false;
        ulong head = id.Head << ((TextHead.Length - id.Length) * 8);
        if (id.Length < _greatestLength || (id.Length == _greatestLength && head <= _greatestHead)) return false;
        (_first, _last) = (Math.Min(_first, row), Math.Max(_last, row));
        (_greatest, _greatestLength, _greatestHead) = (id.Place, id.Length, head);
        return true;
    }

    /// <summary>Whether the row added last is of this parent and has the greatest id, so that greater ones are free.</summary>
    public bool MayAscend(int parent) => parent == Parent && !_isIndexed && _last == rows.Length - 1;

    public void Remove(int row)
    {
        if (_isIndexed && IsOfRun(row)) _index.Remove(TextIndex.HashOf(rows.IdBytes(row), Parent), row);
    }

    private void Begin(int parent, int row)
    {
        (Parent, _first, _last) = (parent, row, row);
        _isIndexed = false;
    }

    private void IndexAll()
    {
        _isIndexed = true;
        _index.Clear();
        for (int row = _first; row <= _last; row++)
        {
            if (IsOfRun(row) && !rows.IsRemoved(row)) Put(row);
        }
    }

    private void Put(int row)
    {
        if (!_index.HasRoom)
        {
            foreach (int old in _index.Grow())
            {
                if (old >= 0) _index.Add(TextIndex.HashOf(rows.IdBytes(old), Parent), old);
            }
        }

        _index.Add(TextIndex.HashOf(rows.IdBytes(row), Parent), row);
    }

    private bool IsOfRun(int row) => rows.IsNamed(row) && rows.Parent(row) == Parent;

    // Shorter ids first, so that 9 comes before 10; what fits into heads is told by them.
    private bool IsGreatest(ReadOnlySpan<byte> id)
    {
        if (id.Length != _greatestLength) return id.Length > _greatestLength;
        ulong head = TextHead.Of(id);
        return head != _greatestHead || id.Length <= TextHead.Length ? head > _greatestHead : id.SequenceCompareTo(rows.Text(_greatest)) > 0;
    }
}
