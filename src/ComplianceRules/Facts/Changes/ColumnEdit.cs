using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>A column of which some cells are changed: a copy of its cells until it is made a column again.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class ColumnEdit
{
    private readonly FieldSchema _field;
    private readonly FactColumn? _column;
    private readonly int _count;
    private readonly Memory<byte> _known;
    private Dictionary<int, UnknownReason>? _reasons;
    private ImmutableArray<string> _dictionary = [];
    private readonly CellCoding _coding = CellCoding.Plain;
    private CellKind _kind;
    private Memory<byte> _cells;

    /// <summary>Begins with what there is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">Its column; null where no row has had the field.</param>
    /// <param name="count">How many rows there are.</param>
    public ColumnEdit(FieldSchema field, FactColumn? column, int count)
    {
        (_field, _column, _count) = (field, column, count);
        _known = CellStore.Allocate(CellKind.Bit, count);
        if (column is null)
        {
            if (field.Type == FieldType.Number) _coding = CellCoding.Of(field);
            _kind = FirstKind(field.Type, _coding);
            if (field.Type == FieldType.Enum) _dictionary = [.. field.Options.Select(o => o.Key)];
            _cells = CellStore.Allocate(_kind, count);
            return;
        }

        _kind = column.Cells.Kind;
        if (column is NumberColumn numbers) _coding = numbers.Coding;
        if (column is TextColumn texts) _dictionary = texts.Dictionary;
        _cells = CellStore.Allocate(_kind, count);
        column.Cells.Bytes[.._cells.Length].CopyTo(_cells.Span);
        if (column.IsTotal) Bits.Fill(ulong.MaxValue);
        else column.Known[..Bits.Length].CopyTo(Bits);

        // Bits beyond the last row are clear, so that it can be told when no row is known any more.
        if (count % ValidityBits.PerWord is > 0 and int rest) Bits[^1] &= (1UL << rest) - 1;
    }

    private Span<ulong> Bits => MemoryMarshal.Cast<byte, ulong>(_known.Span);

    private Span<ulong> Words => MemoryMarshal.Cast<byte, ulong>(_cells.Span);

    /// <summary>Puts a number that the field can have: the step that it is on to 15 digits.</summary>
    public void PutNumber(int row, double value)
    {
        if (_kind == CellKind.Double) MemoryMarshal.Cast<byte, double>(_cells.Span)[row] = value + 0.0;
        else Write(row, (int)_coding.Nearest(value));
        Know(row);
    }

    /// <summary>Puts a truth value.</summary>
    public void PutBit(int row, bool value)
    {
        ref ulong word = ref Words[row >> 6];
        word = (word & ~(1UL << row)) | ((value ? 1UL : 0UL) << row);
        Know(row);
    }

    /// <summary>Puts a set, one bit a member.</summary>
    public void PutSet(int row, ulong members)
    {
        Words[row] = members;
        Know(row);
    }

    /// <summary>Puts a text, or the key of an option.</summary>
    public void PutText(int row, string text)
    {
        int code = _dictionary.IndexOf(text, StringComparer.Ordinal);
        if (code < 0) (code, _dictionary) = (_dictionary.Length, _dictionary.Add(text));
        PutWhole(row, code);
    }

    /// <summary>Puts a whole number: a day, a time, or the code of a text.</summary>
    public void PutWhole(int row, int value)
    {
        if (value < 0 && _kind != CellKind.Int32) Widen(CellKind.Int32);
        if (value > byte.MaxValue && _kind == CellKind.Byte) Widen(CellKind.UInt16);
        if (value > ushort.MaxValue && _kind == CellKind.UInt16) Widen(CellKind.Int32);
        Write(row, value);
        Know(row);
    }

    /// <summary>Makes a value unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="reason">Why; null where nothing is said of it.</param>
    public void Forget(int row, UnknownReason? reason)
    {
        int bits = CellStore.BitsOf(_kind);
        Bits[row >> 6] &= ~(1UL << row);
        if (bits == 1) Words[row >> 6] &= ~(1UL << row);
        else _cells.Span.Slice(row * (bits / 8), bits / 8).Clear();
        if (reason is { } why) Reasons[row] = why;
        else if (HasReason(row)) Reasons.Remove(row);
    }

    /// <summary>The column; null where no row says anything of the field any more.</summary>
    public FactColumn? Make()
    {
        IReadOnlyDictionary<int, UnknownReason> reasons = _reasons ?? _column?.Reasons ?? new Dictionary<int, UnknownReason>();
        CellStore? known = ValidityBits.AreAllSet(Bits, _count) ? null : new CellStore(CellKind.Bit, _count, _known);
        if (known is not null && reasons.Count == 0 && !Bits.ContainsAnyExcept(0UL)) return null;
        CellStore cells = new(_kind, _count, _cells);
        return _field.Type switch
        {
            FieldType.Number => new NumberColumn(_field, (_coding, cells), known, reasons),
            FieldType.Bool => new BoolColumn(_field, cells, known, reasons),
            FieldType.Set => new SetColumn(_field, cells, known, reasons),
            FieldType.Date => new DateColumn(_field, cells, known, reasons),
            FieldType.Time => new TimeColumn(_field, cells, known, reasons),
            _ => new TextColumn(_field, (cells, _dictionary), known, reasons),
        };
    }

    // What a column shares with others is copied when it changes.
    private Dictionary<int, UnknownReason> Reasons => _reasons ??= new Dictionary<int, UnknownReason>(_column?.Reasons ?? new Dictionary<int, UnknownReason>());

    private bool HasReason(int row) => (_reasons ?? _column?.Reasons)?.ContainsKey(row) == true;

    private void Know(int row)
    {
        Bits[row >> 6] |= 1UL << row;
        if (HasReason(row)) Reasons.Remove(row);
    }

    private void Write(int row, int value)
    {
        if (_kind == CellKind.Byte) _cells.Span[row] = (byte)value;
        else if (_kind == CellKind.UInt16) MemoryMarshal.Cast<byte, ushort>(_cells.Span)[row] = (ushort)value;
        else MemoryMarshal.Cast<byte, int>(_cells.Span)[row] = value;
    }

    private void Widen(CellKind kind)
    {
        CellStore old = new(_kind, _count, _cells);
        (_kind, _cells) = (kind, CellStore.Allocate(kind, _count));
        for (int row = 0; row < _count; row++) Write(row, old.Whole(row));
    }

    private static CellKind FirstKind(FieldType type, CellCoding coding) => type switch
    {
        FieldType.Number => coding.Kind,
        FieldType.Bool => CellKind.Bit,
        FieldType.Set => CellKind.UInt64,
        FieldType.Date => CellKind.Int32,
        _ => CellKind.Byte,
    };
}
