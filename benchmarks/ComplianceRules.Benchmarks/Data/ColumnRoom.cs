using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Room for the cells of one column, filled row by row.</summary>
internal sealed class ColumnRoom
{
    private readonly FieldSchema _field;
    private readonly CellCoding _coding;
    private readonly CellKind _kind;
    private readonly int _count;
    private readonly Memory<byte> _cells;
    private readonly Memory<byte> _known;
    private int _unknown;

    public ColumnRoom(FieldSchema field, int count)
    {
        _field = field;
        _count = count;
        _coding = field.Type == FieldType.Number ? CellCoding.Of(field) : CellCoding.Plain;
        _kind = field.Type switch
        {
            FieldType.Number => _coding.Kind,
            FieldType.Bool => CellKind.Bit,
            FieldType.Time => CellKind.UInt16,
            FieldType.Enum => CellKind.Byte,
            _ => CellKind.Int32,
        };
        _cells = CellStore.Allocate(_kind, count);
        _known = CellStore.Allocate(CellKind.Bit, count);
    }

    /// <summary>The texts of codes, where the field has any.</summary>
    public ImmutableArray<string> Dictionary { get; init; } = [];

    /// <summary>Puts a whole number of steps, minutes, a code or a bit.</summary>
    public void Put(int row, int cell, bool isKnown)
    {
        if (!Mark(row, isKnown)) return;
        Span<byte> cells = _cells.Span;
        switch (_kind)
        {
            case CellKind.Bit: cells[row >> 3] |= (byte)(cell << (row & 7)); break;
            case CellKind.Byte: cells[row] = (byte)cell; break;
            case CellKind.UInt16: MemoryMarshal.Cast<byte, ushort>(cells)[row] = (ushort)cell; break;
            default: MemoryMarshal.Cast<byte, int>(cells)[row] = cell; break;
        }
    }

    /// <summary>Puts a number as it is.</summary>
    public void Put(int row, double value, bool isKnown)
    {
        if (Mark(row, isKnown)) MemoryMarshal.Cast<byte, double>(_cells.Span)[row] = value;
    }

    /// <summary>The column; null where no row has a value.</summary>
    public FactColumn? Column()
    {
        if (_unknown == _count) return null;
        CellStore cells = new(_kind, _count, _cells);
        CellStore? known = _unknown == 0 ? null : new CellStore(CellKind.Bit, _count, _known);
        Dictionary<int, UnknownReason> reasons = [];
        return _field.Type switch
        {
            FieldType.Number => new NumberColumn(_field, (_coding, cells), known, reasons),
            FieldType.Bool => new BoolColumn(_field, cells, known, reasons),
            FieldType.Time => new TimeColumn(_field, cells, known, reasons),
            _ => new TextColumn(_field, (cells, Dictionary), known, reasons),
        };
    }

    private bool Mark(int row, bool isKnown)
    {
        if (isKnown) _known.Span[row >> 3] |= (byte)(1 << (row & 7));
        else _unknown++;
        return isKnown;
    }
}
