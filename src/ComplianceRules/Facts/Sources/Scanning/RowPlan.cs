using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>What objects of a table look like: the keys that they may have, and in which order and with which blanks they were seen.</summary>
/// <remarks>What was seen only says where to look first; a key that stands somewhere else is looked up, and what was expected is changed.</remarks>
internal sealed class RowPlan
{
    private const int MostPassed = 64;
    private const int ManySurprises = 4;
    private const int RowsInDisorder = 64;
    private const int RowsInOrder = 256;

    private readonly RowKeyIndex _index = new();
    private readonly Dictionary<RowKey, ExpectedKey> _first = [];
    private readonly Dictionary<RowKey, ExpectedKey> _later = [];
    private readonly ExpectedKey _unknown = new(new EndKey());
    private readonly ExpectedKey _endOfEmpty = new(new EndKey());
    private readonly ExpectedKey _end = new(new EndKey());
    private readonly TableBuilder[] _tables;
    private readonly int[] _below;
    private readonly byte _lineFeed;
    private readonly KeyGuess _firstGuess;
    private readonly KeyGuess _laterGuess;
    private int _passed;
    private int _surprises;
    private int _shuffledRows;

    /// <summary>Makes a plan.</summary>
    /// <param name="table">The table.</param>
    /// <param name="builder">The table's builder.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    public RowPlan(TableBuilder table, SnapshotBuilder builder, byte lineFeed)
    {
        (Table, _lineFeed, Above) = (table, lineFeed, builder.Above(table.Schema));
        (IsBelowRegion, IsYearGroup) = (table.Schema.Parent == BaseTables.Region, table.Schema.Name == BaseTables.YearGroup);
        _tables = [.. builder.Tables];
        _below = [.. Enumerable.Range(0, _tables.Length).Where(i => builder.Schema.SelfAndAncestors(_tables[i].Schema.Name).Any(t => t.Name == table.Schema.Name))];
        (_firstGuess, _laterGuess) = (new KeyGuess(_unknown), new KeyGuess(_unknown));
        foreach (RowKey key in RowKeys.Of(table, builder, lineFeed)) Add(key);
    }

    /// <summary>The table.</summary>
    public TableBuilder Table { get; }

    /// <summary>The table above; null where there is none.</summary>
    public TableBuilder? Above { get; }

    /// <summary>Whether the rows above are regions.</summary>
    public bool IsBelowRegion { get; }

    /// <summary>Whether the rows are year groups, which give their classes their grade.</summary>
    public bool IsYearGroup { get; }

    /// <summary>Values that are not in their columns yet.</summary>
    public RowGroup Group { get; } = new();

    /// <summary>Stands before the opening bracket of an object.</summary>
    public ExpectedKey Start { get; } = new(new EndKey());

    /// <summary>The key that stands next after another, for which something else stands than was expected.</summary>
    /// <param name="at">What was read last.</param>
    /// <param name="next">The byte after its value, with what follows.</param>
    /// <returns>What stands there, or null where it is not for this reader.</returns>
    public ExpectedKey? Find(ExpectedKey at, ref byte next)
    {
        if (at != Start && _end.IsAt(ref next)) return _end;
        ExpectedKey? found = LookUp(at == Start, ref next);
        if (found is not null) at.LeadTo(found);
        return found;
    }

    /// <summary>The key that may stand next after another, or any other.</summary>
    /// <param name="at">What was read last.</param>
    /// <param name="next">The byte after its value, with what follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExpectedKey Guess(ExpectedKey at, ref byte next) => (at == Start ? _firstGuess : _laterGuess).At(ref next);

    /// <summary>Notes that another key stood somewhere than was expected there.</summary>
    public void NoteDisorder() => _surprises++;

    /// <summary>Whether the keys of the next row may stand in any order: as those of the rows before did, which is found out again and again.</summary>
    public bool IsShuffled()
    {
        if (_shuffledRows > 0) return --_shuffledRows > 0;
        if (_shuffledRows < 0) _shuffledRows++;
        else if (_surprises >= ManySurprises) _shuffledRows = RowsInDisorder;
        _surprises = 0;
        return _shuffledRows > 0;
    }

    /// <summary>Notes that a row in disorder could not be read as such, so that the next ones are not tried.</summary>
    public void TrustOrder() => _shuffledRows = -RowsInOrder;

    /// <summary>Looks a key up again before whose value blanks stand that were not expected.</summary>
    /// <returns>Whether they are expected now.</returns>
    public bool LearnBlanks(ExpectedKey at, ref byte next)
    {
        if (LookUp(at == Start, ref next) is not { } found) return false;
        at.LeadTo(found);
        return true;
    }

    /// <summary>What is expected after a key that was read token by token.</summary>
    public ExpectedKey After(string name) => _index.Find(name) is { } key ? After(key) : _unknown;

    /// <summary>What is expected after a key of the table.</summary>
    public ExpectedKey After(RowKey key) => _later[key];

    /// <summary>Notes a key that was read token by token.</summary>
    public void Note(string name, OpenRow row)
    {
        if (_index.Find(name) is { } key) row.Note(key);
    }

    /// <summary>The names that a row has given so far.</summary>
    public IEnumerable<string> NamesOf(OpenRow row) => _index.Keys.Where(row.Has).Select(k => k.Name);

    /// <summary>Passes over the values of a key from now on, where there are not too many such keys.</summary>
    /// <param name="name">The key.</param>
    /// <param name="row">The row that has given it.</param>
    public void PassOver(string name, OpenRow row)
    {
        if (_passed == MostPassed || !RowKeys.IsWrittenAsItIs(name) || _index.Find(name) is not null) return;
        _passed++;
        Add(new PassedKey(name, _lineFeed));
        Note(name, row);
    }

    /// <summary>How many rows the table and those below it have.</summary>
    /// <param name="marks">Where they go if there is room.</param>
    public int[] Mark(int[] marks)
    {
        int[] to = marks.Length >= _below.Length ? marks : new int[_below.Length];
        for (int i = 0; i < _below.Length; i++) to[i] = _tables[_below[i]].Rows.Length;
        return to;
    }

    /// <summary>How many rows every table had where the others have as many now.</summary>
    /// <param name="marks">What <see cref="Mark"/> gave.</param>
    public int[] AllMarks(int[] marks)
    {
        int[] all = Array.ConvertAll(_tables, t => t.Rows.Length);
        for (int i = 0; i < _below.Length; i++) all[_below[i]] = marks[i];
        return all;
    }

    private void Add(RowKey key)
    {
        if (!_index.TryAdd(key)) return;
        Group.Take(key);
        _first.Add(key, new ExpectedKey(key));
        _later.Add(key, new ExpectedKey(key));
    }

    private ExpectedKey? LookUp(bool isFirst, ref byte next)
    {
        int at = isFirst ? 1 : JsonText.Blanks(ref next, _lineFeed);
        if (!isFirst && Unsafe.Add(ref next, at) == (byte)',') at++;
        else if (!isFirst) return EndAt(_end, ref next, at);
        at += JsonText.Blanks(ref Unsafe.Add(ref next, at), _lineFeed);
        if (Unsafe.Add(ref next, at) != JsonText.Quote) return isFirst ? EndAt(_endOfEmpty, ref next, at) : null;
        int length = JsonText.Length(ref Unsafe.Add(ref next, at + 1), out _);
        if (length < 0 || _index.Find(ref Unsafe.Add(ref next, at + 1), length) is not { } key) return null;
        int start = at + 1;
        at += length + 2;
        at += JsonText.Blanks(ref Unsafe.Add(ref next, at), _lineFeed);
        if (Unsafe.Add(ref next, at) != (byte)':') return null;
        at++;
        at += JsonText.Blanks(ref Unsafe.Add(ref next, at), _lineFeed);

        // Where the window ends before the value, not all of its blanks were seen.
        return Unsafe.Add(ref next, at) <= (byte)' ' || Learn(isFirst ? _first[key] : _later[key], ref next, at) is not { } learned ? null : Keep(learned, isFirst, ref next, start);
    }

    private ExpectedKey Keep(ExpectedKey learned, bool isFirst, ref byte next, int start)
    {
        (isFirst ? _firstGuess : _laterGuess).Learn(learned, ref next, start);
        return learned;
    }

    private static ExpectedKey? EndAt(ExpectedKey end, ref byte next, int at) => Unsafe.Add(ref next, at) == (byte)'}' ? Learn(end, ref next, at + 1) : null;

    private static ExpectedKey? Learn(ExpectedKey expected, ref byte next, int length)
    {
        if (length > ExpectedKey.Longest) return null;
        if (expected.Length != length || !expected.Matches(ref next)) expected.Expect(MemoryMarshal.CreateReadOnlySpan(ref next, length));
        return expected;
    }
}
