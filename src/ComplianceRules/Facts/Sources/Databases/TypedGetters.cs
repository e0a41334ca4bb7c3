using System.Data.Common;

namespace ComplianceRules.Facts;

/// <summary>Reads the cells of columns that have one type, by the getters of that type, so that no object is made of them.</summary>
internal static class TypedGetters
{
    /// <summary>What gives a slot the value of a cell that is not null; null where a type has no getter that is told of here.</summary>
    public static Action<CellSlot>? Of(DbDataReader reader, int column)
    {
        Type type = reader.GetFieldType(column);
        if (type == typeof(string)) return slot => slot.Take(reader.GetString(column));
        if (type == typeof(bool)) return slot => slot.Take(Written(DataCellText.TryWrite(reader.GetBoolean(column), slot.Room, out int length), length));
        if (type == typeof(decimal)) return slot => slot.Take(Written(DataCellText.TryWrite(reader.GetDecimal(column), slot.Room, out int length), length));
        if (type == typeof(Guid)) return slot => slot.Take(Written(DataCellText.TryWrite(reader.GetGuid(column), slot.Room, out int length), length));
        return OfWhole(reader, column, type) ?? OfBinary(reader, column, type) ?? OfMoment(reader, column, type);
    }

    private static Action<CellSlot>? OfWhole(DbDataReader reader, int column, Type type)
    {
        if (type == typeof(long)) return slot => Take(slot, reader.GetInt64(column));
        if (type == typeof(int)) return slot => Take(slot, reader.GetInt32(column));
        if (type == typeof(short)) return slot => Take(slot, reader.GetInt16(column));
        if (type == typeof(byte)) return slot => Take(slot, reader.GetByte(column));
        return null;
    }

    private static Action<CellSlot>? OfBinary(DbDataReader reader, int column, Type type)
    {
        if (type == typeof(double)) return slot => Take(slot, reader.GetDouble(column));
        if (type == typeof(float)) return slot => Take(slot, reader.GetFloat(column));
        return null;
    }

    private static Action<CellSlot>? OfMoment(DbDataReader reader, int column, Type type)
    {
        if (type == typeof(DateTime)) return slot => slot.Take(Written(DataCellText.TryWrite(reader.GetDateTime(column), slot.Room, out int length), length));
        if (type == typeof(DateOnly)) return slot => slot.Take(Written(DataCellText.TryWrite(reader.GetFieldValue<DateOnly>(column), slot.Room, out int length), length));
        if (type == typeof(TimeOnly)) return slot => slot.Take(Written(ClockText.TryWrite(reader.GetFieldValue<TimeOnly>(column).ToTimeSpan(), slot.Room, out int length), length));
        if (type == typeof(TimeSpan)) return slot => slot.Take(Written(ClockText.TryWrite(reader.GetFieldValue<TimeSpan>(column), slot.Room, out int length), length));
        return null;
    }

    private static void Take(CellSlot slot, long number) => slot.Take(Written(DataCellText.TryWrite(number, slot.Room, out int length), length));

    private static void Take(CellSlot slot, double number) => slot.Take(Written(DataCellText.TryWrite(number, slot.Room, out int length), length), DataCellText.FaultOf(number));

    private static void Take(CellSlot slot, float number) => slot.Take(Written(DataCellText.TryWrite(number, slot.Room, out int length), length), DataCellText.FaultOf(number));

    // INVARIANT: every value of these types has room in a slot.
    private static int Written(bool isWritten, int length) => isWritten ? length : throw new InvalidOperationException("a value has no room");
}
