using System.Buffers.Binary;
using ComplianceRules.Facts;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>One column of the rows: the cell of the row read last, as people would write it.</summary>
/// <param name="rows">The rows.</param>
/// <param name="field">Which of their fields it is.</param>
/// <param name="column">The column.</param>
internal sealed class CopyCell(CopyRows rows, int field, RelationColumn column)
{
    private const int FirstDay = 730_119;
    private const long FirstTick = 630_822_816_000_000_000;
    private const int LengthOfDays = sizeof(long);
    private const int LengthOfMonths = LengthOfDays + sizeof(int);

    private readonly CellSlot _slot = new();
    private long _row;

    /// <summary>The cell of a row, which is read where that has not been done.</summary>
    public CellSlot At(long row)
    {
        if (row != _row) Read(row);
        return _slot;
    }

    private void Read(long row)
    {
        _row = row;
        _slot.Clear();
        if (rows.Field(field) is not { } value) return;
        if (column.Type == CellType.Text || column.Type == CellType.AsText) _slot.Take(value);
        else if (column.Type == CellType.Texts) TakeTexts(value.Span);
        else if (column.Type == CellType.Bytes) _slot.Refuse(DataCellText.Excerpt(value.Span));
        else if (!TryTake(value.Span)) _slot.Refuse(column.TypeName);
    }

    private bool TryTake(ReadOnlySpan<byte> value) => column.Type switch
    {
        CellType.Bool => Done(DataCellText.TryWrite(value[0] != 0, _slot.Room, out int length), length),
        CellType.Int16 => Done(DataCellText.TryWrite((long)BinaryPrimitives.ReadInt16BigEndian(value), _slot.Room, out int length), length),
        CellType.Int32 => Done(DataCellText.TryWrite((long)BinaryPrimitives.ReadInt32BigEndian(value), _slot.Room, out int length), length),
        CellType.Int64 => Done(DataCellText.TryWrite(BinaryPrimitives.ReadInt64BigEndian(value), _slot.Room, out int length), length),
        CellType.UInt32 => Done(DataCellText.TryWrite((long)BinaryPrimitives.ReadUInt32BigEndian(value), _slot.Room, out int length), length),
        CellType.Numeric => Done(NumericText.TryWrite(value, _slot.Room, out int length), length),
        CellType.Single => Take(BinaryPrimitives.ReadSingleBigEndian(value)),
        CellType.Double => Take(BinaryPrimitives.ReadDoubleBigEndian(value)),
        CellType.Date => TakeDay(BinaryPrimitives.ReadInt32BigEndian(value)),
        CellType.Time => Done(ClockText.TryWrite(new TimeSpan(BinaryPrimitives.ReadInt64BigEndian(value) * TimeSpan.TicksPerMicrosecond), _slot.Room, out int length), length),
        CellType.Timestamp => TakeMoment(BinaryPrimitives.ReadInt64BigEndian(value)),
        CellType.Interval => TakeInterval(value),
        CellType.Uuid => Done(DataCellText.TryWrite(new Guid(value, bigEndian: true), _slot.Room, out int length), length),
        _ => false,
    };

    private bool Done(bool isWritten, int length)
    {
        if (isWritten) _slot.Take(length);
        return isWritten;
    }

    private bool Take(float number)
    {
        bool isWritten = DataCellText.TryWrite(number, _slot.Room, out int length);
        if (isWritten) _slot.Take(length, DataCellText.FaultOf(number));
        return isWritten;
    }

    private bool Take(double number)
    {
        bool isWritten = DataCellText.TryWrite(number, _slot.Room, out int length);
        if (isWritten) _slot.Take(length, DataCellText.FaultOf(number));
        return isWritten;
    }

    // The least and the largest stand for days without end, and are no days that people have either.
    private bool TakeDay(int day)
    {
        long number = (long)day + FirstDay;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber) return false;
        return Done(DataCellText.TryWrite(DateOnly.FromDayNumber((int)number), _slot.Room, out int length), length);
    }

    private bool TakeMoment(long microseconds)
    {
        Int128 ticks = ((Int128)microseconds * TimeSpan.TicksPerMicrosecond) + FirstTick;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        return Done(DataCellText.TryWrite(new DateTime((long)ticks), _slot.Room, out int length), length);
    }

    // A month has no length, and a duration without end is sent as the most of all three.
    private bool TakeInterval(ReadOnlySpan<byte> value)
    {
        int days = BinaryPrimitives.ReadInt32BigEndian(value[LengthOfDays..]);
        int months = BinaryPrimitives.ReadInt32BigEndian(value[LengthOfMonths..]);
        Int128 ticks = ((Int128)BinaryPrimitives.ReadInt64BigEndian(value) * TimeSpan.TicksPerMicrosecond) + ((Int128)days * TimeSpan.TicksPerDay);
        if (months != 0 || ticks < long.MinValue || ticks > long.MaxValue) return false;
        return Done(ClockText.TryWrite(new TimeSpan((long)ticks), _slot.Room, out int length), length);
    }

    // Joined as people join them in one cell; where a text holds such a sign itself, or is empty or none, they would be told apart wrongly.
    private void TakeTexts(ReadOnlySpan<byte> value)
    {
        string? joined = ArrayTexts.Read(value) is { IsDefault: false } texts ? CellList.Join(texts) : null;
        if (joined is null) _slot.Refuse(column.TypeName);
        else _slot.Take(joined);
    }
}
