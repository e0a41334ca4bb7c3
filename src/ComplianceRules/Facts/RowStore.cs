using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Ids, parents and places of the rows of one table while they are gathered.</summary>
/// <remarks>Rows keep their number; a removed row keeps it too and is left out of the snapshot.</remarks>
/// <param name="globalIds">Whether ids are unique in the whole table and not only below one parent.</param>
internal sealed class RowStore(bool globalIds)
{
    private readonly List<string> _ids = [];
    private readonly List<(string File, string? Sheet)> _files = [];
    private readonly GrowingList<int> _parents = new();
    private readonly GrowingList<RowState> _states = new();
    private readonly GrowingList<RowPlace> _places = new();
    private readonly Dictionary<(int Parent, string Id), int> _index = [];
    private readonly Dictionary<int, int> _successors = [];
    private int _removed;

    /// <summary>Rows that ever were: one more than the highest row number.</summary>
    public int Length => _ids.Count;

    /// <summary>Rows that are to be in the snapshot.</summary>
    public int Count => Length - _removed;

    public string Id(int row) => _ids[row];

    public int Parent(int row) => _parents[row];

    public bool IsRemoved(int row) => _states[row] == RowState.Removed;

    /// <summary>Whether the reader made the row and no record gave it.</summary>
    public bool IsMade(int row) => _states[row] == RowState.Made;

    public int Find(string id, int parent) => _index.GetValueOrDefault(Key(id, parent), -1);

    /// <summary>Adds a row that a record gives; a row that was made before becomes a given one.</summary>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int Add(string id, int parent)
    {
        int row = Find(id, parent);
        if (row >= 0 && !IsMade(row)) return -1;
        if (row < 0) row = Reserve();
        _states.Put(row, RowState.Given);
        Index(row, id, parent);
        return row;
    }

    /// <summary>Adds a row that no record gives.</summary>
    /// <returns>The row; the one that is there already where the id is taken.</returns>
    public int Make(string id, int parent)
    {
        int row = Find(id, parent);
        if (row >= 0) return row;
        row = Reserve();
        _states.Put(row, RowState.Made);
        Index(row, id, parent);
        return row;
    }

    /// <summary>Adds a row whose id and parent are not known yet.</summary>
    public int Reserve()
    {
        int row = _ids.Count;
        _ids.Add(string.Empty);
        _parents.Put(row, -1);
        return row;
    }

    /// <summary>Gives a reserved row its id and parent; it takes the place of a row that was made before.</summary>
    /// <returns>Whether the id was free.</returns>
    public bool Name(int row, string id, int parent)
    {
        int taken = Find(id, parent);
        if (taken >= 0 && !IsMade(taken)) return false;
        if (taken >= 0)
        {
            Remove(taken);
            _successors[taken] = row;
        }

        Index(row, id, parent);
        return true;
    }

    /// <summary>The row that stands for a row now: another one where a record gave a row that was made before.</summary>
    public int Current(int row) => _successors.GetValueOrDefault(row, row);

    /// <summary>Gives a row another parent, whatever its id.</summary>
    public void Move(int row, int parent) => _parents.Put(row, parent);

    public void Remove(int row)
    {
        if (IsRemoved(row)) return;
        (int Parent, string Id) key = Key(_ids[row], _parents[row]);
        if (_index.GetValueOrDefault(key, -1) == row) _index.Remove(key);
        _states.Put(row, RowState.Removed);
        _removed++;
    }

    public void Locate(int row, SourceSpan place)
    {
        if (_files.Count == 0 || _files[^1] != (place.File, place.Sheet)) _files.Add((place.File, place.Sheet));
        _places.Put(row, new RowPlace(_files.Count, place.Line, place.Column));
    }

    /// <summary>Where a row stands; null where nobody said.</summary>
    public SourceSpan? Span(int row) =>
        _places[row] is { File: > 0 } place ? new SourceSpan(_files[place.File - 1].File, place.Line, place.Column) { Sheet = _files[place.File - 1].Sheet } : null;

    private void Index(int row, string id, int parent)
    {
        _ids[row] = id;
        _parents.Put(row, parent);
        _index[Key(id, parent)] = row;
    }

    private (int Parent, string Id) Key(string id, int parent) => (globalIds ? -1 : parent, id);
}
