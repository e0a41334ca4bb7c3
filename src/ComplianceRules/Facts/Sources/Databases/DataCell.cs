using System.Data.Common;

namespace ComplianceRules.Facts;

/// <summary>One column of a query: the cell of the row read last, as a text.</summary>
/// <param name="reader">The query's rows.</param>
/// <param name="column">The column, from 0.</param>
/// <param name="take">Gives the slot the value of the cell, by the getter of its type; null where the type of each cell is its own.</param>
internal sealed class DataCell(DbDataReader reader, int column, Action<CellSlot>? take)
{
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
        try
        {
            if (take is null) Take(reader.GetValue(column));
            else if (!reader.IsDBNull(column)) take(_slot);
        }
        catch (Exception trouble) when (trouble is InvalidCastException or OverflowException or FormatException)
        {
            // The provider has no value for what is stored, such as a number of 40 digits: that is trouble of one cell.
            _slot.Refuse(reader.GetDataTypeName(column));
        }
    }

    // By the value's own type: in SQLite a column of numbers may hold a text, which the typed getter would silently read as 0.
    private void Take(object? value)
    {
        switch (value)
        {
            case null or DBNull:
                return;
            case string text:
                _slot.Take(text);
                return;
            case byte[] bytes:
                _slot.Refuse(DataCellText.Excerpt(bytes));
                return;
            default:
                if (DataCellText.TryWrite(value, _slot.Room, out int length)) _slot.Take(length, DataCellText.FaultOf(value));
                else _slot.Refuse(reader.GetDataTypeName(column));
                return;
        }
    }
}
