using System.Runtime.InteropServices;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Ids, parents and places of the rows of one table while they are gathered.</summary>
/// <remarks>Rows keep their number; a removed row keeps it too and is left out of the snapshot. Ids are kept as UTF-8; a text with half a character is no id.</remarks>
internal sealed class RowStore
{
    private const int LongestOnStack = 256;

    private readonly ByteTexts _texts = new();
    private readonly RecentTexts? _recent;
    private readonly ShortTexts _short = new();
    private readonly RowNumbers _ids;
    private readonly RowNumbers _parents;
    private readonly RowBits _removed = new();
    private readonly RowBits _made = new();
    private readonly PlaceList _places = new();
    private readonly RowIndex _index;
    private readonly Dictionary<int, int> _successors = [];
    private TakenIds? _earlier;
    private long _idBytes;

    /// <summary>Makes an empty store.</summary>
    /// <param name="globalIds">Whether ids are unique in the whole table and not only below one parent.</param>
    public RowStore(bool globalIds)
    {
        _ids = new RowNumbers(Expected);
        _parents = new RowNumbers(Expected);
        _index = new RowIndex(this, globalIds);
        _recent = globalIds ? null : new RecentTexts(_texts);
    }

    /// <summary>How many rows are to come.</summary>
    public ExpectedRows Expected { get; } = new();

    /// <summary>Rows that ever were: one more than the highest row number.</summary>
    public int Length { get; private set; }

    /// <summary>Rows that are to be in the snapshot.</summary>
    public int Count => Length - _removed.Count;

    /// <summary>Rows that the reader made and no record gave.</summary>
    public int MadeCount => _made.Count;

    public string Id(int row) => Encoding.UTF8.GetString(IdBytes(row));

    /// <summary>The id of a row as UTF-8; empty where it has none yet.</summary>
    public ReadOnlySpan<byte> IdBytes(int row) => IdAt(_ids[row]);

    /// <summary>Where the id of a row is kept; the same only where the ids are.</summary>
    public int IdPlace(int row) => _ids[row];

    /// <summary>The id kept at a place.</summary>
    public ReadOnlySpan<byte> Text(int place) => _texts[place];

    /// <summary>Whether a row has its id and parent.</summary>
    public bool IsNamed(int row) => _ids[row] != 0;

    public int Parent(int row) => _parents[row] - 1;

    /// <summary>The parents of all rows, each one more than it is.</summary>
    public ReadOnlySpan<int> ParentsPlusOne => _parents.First(Length);

    /// <summary>Whether rows are to be left out of the snapshot.</summary>
    public bool HasRemoved => _removed.Count > 0;

    public bool IsRemoved(int row) => _removed[row];

    /// <summary>Whether the reader made the row and no record gave it.</summary>
    public bool IsMade(int row) => _made[row];

    public int Find(ReadOnlySpan<byte> id, int parent) => _index.Find(id, parent);

    /// <summary>Says which ids rows had that came before these and were let go: they are taken.</summary>
    public void Follow(TakenIds earlier) => _earlier = earlier;

    /// <summary>Adds a row that a record gives; a row that was made before becomes a given one.</summary>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int Add(ReadOnlySpan<byte> id, int parent)
    {
        int row = _index.Holder(id, parent);
        if ((row >= 0 && !IsMade(row)) || _earlier?.Contains(id) == true) return -1;
        if (row >= 0) _made.Clear(row);
        else Enter(row = Reserve(), id, parent);
        return row;
    }

    /// <summary>Adds a row that a record gives, where its id is free, made rows counted as taken.</summary>
    /// <returns>Whether it is free.</returns>
    public bool TryAdd(ReadOnlySpan<byte> id, int parent)
    {
        if (_index.Holder(id, parent) >= 0 || _earlier?.Contains(id) == true) return false;
        Enter(Reserve(), id, parent);
        return true;
    }

    /// <summary>Whether a row is the one that <see cref="Find(ReadOnlySpan{byte}, int)"/> would find.</summary>
    /// <param name="row">A row number, be there such a row or not.</param>
    /// <param name="id">The id.</param>
    /// <param name="parent">The row above where ids are unique only there; else it does not matter.</param>
    public bool IsAt(int row, ReadOnlySpan<byte> id, int parent) =>
        row < Length && IsNamed(row) && IdBytes(row).SequenceEqual(id) && (_recent is null || Parent(row) == parent) && !IsRemoved(row);

    /// <summary>Adds rows below the parent of the row added last, for as long as each has a short id that came lately and is greater than the one before it.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="from">The first of them to take.</param>
    /// <param name="parent">The row above.</param>
    /// <returns>How many were added.</returns>
    public int AddAscending(RowIdRun ids, int from, int parent)
    {
        if (_recent is null || _earlier is not null || !_index.MayAscend(parent)) return 0;
        ReadOnlySpan<byte> last = IdBytes(Length - 1);
        if (last.Length > sizeof(ulong)) return 0;
        _short.Keep(last, IdPlace(Length - 1));
        (ulong head, int length) = (ShortTexts.HeadOf(last), last.Length);
        int at = from;
        Span<int> places = stackalloc int[CellRun.Most];
        for (; at < ids.Count; at++)
        {
            if (!ids.TryHead(at, out ulong next, out int nextLength)) break;
            if (nextLength < length || (nextLength == length && next <= head)) break;
            int place = _short.Find(next, nextLength);
            if (place == 0) break;
            places[at - from] = place;
            _idBytes += nextLength;
            (head, length) = (next, nextLength);
        }

        int count = at - from;
        if (count == 0) return 0;
        _ids.Put(Length, places[..count]);
        _parents.Fill(Length, count, parent + 1);
        Length += count;
        // The last of them stands for all: the index of a run keeps the greatest id only.
        _index.Add(Length - 1, IdBytes(Length - 1));
        return count;
    }

    /// <summary>Adds a row that no record gives.</summary>
    /// <returns>The row; the one that is there already where the id is taken.</returns>
    public int Make(ReadOnlySpan<byte> id, int parent)
    {
        int row = _index.Holder(id, parent);
        if (row >= 0) return row;
        row = Reserve();
        _made.Set(row);
        Enter(row, id, parent);
        return row;
    }

    /// <summary>Adds a row whose id and parent are not known yet.</summary>
    public int Reserve() => Length++;

    /// <summary>Gives a reserved row its id and parent; it takes the place of a row that was made before.</summary>
    /// <returns>Whether the id was free.</returns>
    public bool Name(int row, ReadOnlySpan<byte> id, int parent)
    {
        int taken = _index.Holder(id, parent);
        if ((taken >= 0 && !IsMade(taken)) || _earlier?.Contains(id) == true) return false;
        if (taken >= 0)
        {
            Remove(taken);
            _successors[taken] = row;
        }

        Enter(row, id, parent);
        return true;
    }

    /// <summary>Gives a reserved row its parent and an id of at most eight bytes, where it comes behind the row named last and the id was in use lately.</summary>
    /// <param name="row">The row.</param>
    /// <param name="head">The id; see <see cref="ShortTexts.HeadOf"/>.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="parent">The row above.</param>
    /// <returns>Whether it did; else <see cref="Name(int, ReadOnlySpan{byte}, int)"/> has more to say.</returns>
    public bool TryNameShort(int row, ulong head, int length, int parent)
    {
        if (length is 0 or > sizeof(ulong) || _recent is null || _earlier is not null) return false;
        int place = _short.Find(head, length);
        if (place == 0 || !_index.TryAddShort(row, (head, length, place), parent)) return false;
        _ids.Put(row, place);
        _parents.Put(row, parent + 1);
        _idBytes += length;
        return true;
    }

    public int Find(string id, int parent) => Utf8Text.TryEncode(id, stackalloc byte[LongestOnStack], out ReadOnlySpan<byte> utf8) ? Find(utf8, parent) : -1;

    /// <exception cref="ArgumentException">The id has half a character.</exception>
    public int Add(string id, int parent) => Add(Utf8Text.Encode(id, stackalloc byte[LongestOnStack]), parent);

    /// <exception cref="ArgumentException">The id has half a character.</exception>
    public int Make(string id, int parent) => Make(Utf8Text.Encode(id, stackalloc byte[LongestOnStack]), parent);

    /// <exception cref="ArgumentException">The id has half a character.</exception>
    public bool Name(int row, string id, int parent) => Name(row, Utf8Text.Encode(id, stackalloc byte[LongestOnStack]), parent);

    /// <summary>Keeps a text that rows are to be made with.</summary>
    /// <returns>Its place.</returns>
    public int Keep(string id) => _texts.Add(Utf8Text.Encode(id, stackalloc byte[LongestOnStack]));

    /// <summary>Adds rows that no record gives, with ids that are free; nobody looks for rows any more.</summary>
    /// <param name="places">The ids' places.</param>
    /// <param name="parents">The rows above.</param>
    /// <returns>The first of them.</returns>
    public int MakeFree(ReadOnlySpan<int> places, ReadOnlySpan<int> parents)
    {
        int first = Length;
        _made.Set(first, places.Length);
        for (int i = 0; i < places.Length; i++)
        {
            _parents.Put(first + i, parents[i] + 1);
            _idBytes += _texts.LengthAt(places[i]);
        }

        _ids.Put(first, places);
        Length += places.Length;
        return first;
    }

    /// <summary>Adds a row that a record gives, with an id that is free; nobody looks for rows any more.</summary>
    /// <param name="id">The id.</param>
    /// <param name="parent">The row above.</param>
    public int AddFree(ReadOnlySpan<byte> id, int parent)
    {
        int row = Reserve();
        Keep(row, id, parent);
        return row;
    }

    /// <summary>The row that stands for a row now: another one where a record gave a row that was made before.</summary>
    public int Current(int row) => _successors.Count == 0 ? row : _successors.GetValueOrDefault(row, row);

    /// <summary>Gives a row another parent, whatever its id.</summary>
    public void Move(int row, int parent) => _parents.Put(row, parent + 1);

    public void Remove(int row)
    {
        if (IsRemoved(row)) return;
        _index.Remove(row);
        _made.Clear(row);
        _removed.Set(row);
    }

    /// <summary>Says in which file the rows stand that are located from now on.</summary>
    public void Enter(string file, string? sheet) => _places.Enter(file, sheet);

    /// <summary>Says where a row stands in the file entered last.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1; 0 where only the line is known.</param>
    public void Locate(int row, int line, int column) => _places.Put(row, line, column);

    /// <summary>Says where rows stand that have no place yet, each on the line behind the one before it; see <see cref="Locate"/>.</summary>
    public void LocateLines(int row, int line, int count) => _places.PutLines(row, line, count);

    /// <summary>The ids, for the snapshot; nobody asks for them here any more.</summary>
    /// <param name="rows">The order of the snapshot.</param>
    public RowIds TakeIds(TableLayout rows)
    {
        Memory<int> places = _ids.Take(Length + 1);
        rows.Reordering?.Sort(MemoryMarshal.AsBytes(places.Span), CellKind.Int32);
        byte[] utf8 = new byte[HasRemoved ? LengthOf(places.Span[..rows.Count], rows.Watch) : checked((int)_idBytes)];
        places.Span[rows.Count] = _texts.CopyAll(places.Span[..rows.Count], utf8, rows.Watch);
        return new RowIds(utf8, places[..(rows.Count + 1)]);
    }

    /// <summary>The parents, each one more than it is, to be used for something else; nobody asks for them here any more.</summary>
    public Memory<int> TakeParents() => _parents.Take(Length);

    /// <summary>Where a row stands; null where nobody said.</summary>
    public SourceSpan? Span(int row) => _places[row];

    private int LengthOf(ReadOnlySpan<int> places, CancellationWatch watch)
    {
        int length = 0;
        for (int row = 0; row < places.Length; row++)
        {
            watch.LookAt(row);
            length = checked(length + (places[row] == 0 ? 0 : _texts.LengthAt(places[row])));
        }

        return length;
    }

    private ReadOnlySpan<byte> IdAt(int place) => place == 0 ? [] : _texts[place];

    private void Enter(int row, ReadOnlySpan<byte> id, int parent)
    {
        Keep(row, id, parent);
        _index.Add(row, id);
    }

    private void Keep(int row, ReadOnlySpan<byte> id, int parent)
    {
        int place = _recent?.Add(id) ?? _texts.Add(id);
        if (_recent is not null) _short.Keep(id, place);
        _ids.Put(row, place);
        _parents.Put(row, parent + 1);
        _idBytes += id.Length;
    }
}
