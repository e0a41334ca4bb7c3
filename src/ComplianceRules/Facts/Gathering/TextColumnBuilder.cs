using System.Runtime.InteropServices;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The texts of a field while rows are gathered, each distinct one kept once, as UTF-8.</summary>
/// <param name="field">The field.</param>
/// <param name="expected">How many rows are to come.</param>
internal sealed class TextColumnBuilder(FieldSchema field, ExpectedRows expected) : ColumnBuilder(field, CellKind.Byte, expected)
{
    private const int LongestOnStack = 256;

    private readonly ByteTexts _texts = new();
    private readonly RowNumbers _places = new(new ExpectedRows());
    private readonly TextIndex _index = new();
    private readonly int[] _recent = new int[RecentTexts.Length];
    private int _count;

    /// <summary>The text of a row; null where it is not known.</summary>
    public string? this[int row] => IsKnown(row) ? TextOf(WholeAt(row)) : null;

    /// <summary>Sets a text.</summary>
    /// <param name="row">The row.</param>
    /// <param name="utf8">The text; sound UTF-8.</param>
    public void Set(int row, ReadOnlySpan<byte> utf8) => PutWhole(row, CodeOf(utf8));

    /// <summary>Sets a text; one with half a character is unknown.</summary>
    /// <returns>Whether the text can be used.</returns>
    public bool Set(int row, string text)
    {
        bool possible = Utf8Text.TryEncode(text, stackalloc byte[LongestOnStack], out ReadOnlySpan<byte> utf8);
        if (possible) Set(row, utf8);
        else SetUnknown(row, UnknownReason.WrongType);
        return possible;
    }

    protected override void Copy(ColumnBuilder from, int row, int to)
    {
        TextColumnBuilder texts = (TextColumnBuilder)from;
        Set(to, texts._texts[texts._places[texts.WholeAt(row)]]);
    }

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) =>
        new TextColumn(Field, (cells, [.. Enumerable.Range(0, _count).Select(TextOf)]), known, reasons);

    private int CodeOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > RecentTexts.Longest) return Find(utf8);
        ref int recent = ref _recent[RecentTexts.SlotOf(utf8)];
        if (recent >= _count || !_texts[_places[recent]].SequenceEqual(utf8)) recent = Find(utf8);
        return recent;
    }

    private int Find(ReadOnlySpan<byte> utf8)
    {
        uint hash = TextIndex.HashOf(utf8, 0);
        for (int slot = _index.First(hash); slot >= 0; slot = _index.Next(hash, slot))
        {
            if (_texts[_places[_index[slot]]].SequenceEqual(utf8)) return _index[slot];
        }

        return Add(hash, utf8);
    }

    private int Add(uint hash, ReadOnlySpan<byte> utf8)
    {
        int code = _count++;
        if (code == byte.MaxValue + 1) Widen(CellKind.UInt16, ToShorts);
        if (code == ushort.MaxValue + 1) Widen(CellKind.Int32, ToInts);
        _places.Put(code, _texts.Add(utf8));
        if (!_index.HasRoom) Grow();
        _index.Add(hash, code);
        return code;
    }

    private void Grow()
    {
        foreach (int code in _index.Grow())
        {
            if (code >= 0) _index.Add(TextIndex.HashOf(_texts[_places[code]], 0), code);
        }
    }

    private static void ToShorts(CellStore from, CellRoom to)
    {
        Span<ushort> cells = MemoryMarshal.Cast<byte, ushort>(to.Bytes);
        for (int row = 0; row < cells.Length; row++) cells[row] = (ushort)from.Whole(row);
    }

    private static void ToInts(CellStore from, CellRoom to)
    {
        Span<int> cells = MemoryMarshal.Cast<byte, int>(to.Bytes);
        for (int row = 0; row < cells.Length; row++) cells[row] = from.Whole(row);
    }

    private string TextOf(int code) => Encoding.UTF8.GetString(_texts[_places[code]]);
}
