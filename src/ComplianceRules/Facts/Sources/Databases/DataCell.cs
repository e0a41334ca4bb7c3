using System.Data.Common;

namespace ComplianceRules.Facts;

/// <summary>One column of a query: the cell of the row read last, as a text.</summary>
internal sealed class DataCell(DbDataReader reader, int column)
{
    private readonly char[] _written = new char[DataCellText.Longest];
    private ReadOnlyMemory<char> _chars;
    private long _row;

    public ReadOnlySpan<char> Chars => _chars.Span;

    public CellFault Fault { get; private set; }

    /// <summary>Reads the cell of a row, where that has not been done.</summary>
    public void Read(long row)
    {
        if (row == _row) return;
        _row = row;
        Fault = CellFault.None;
        _chars = default;
        try
        {
            Take(reader.GetValue(column));
        }
        catch (Exception trouble) when (trouble is InvalidCastException or OverflowException or FormatException)
        {
            // The provider has no value for what is stored, such as a number of 40 digits: that is trouble of one cell.
            Refuse(reader.GetDataTypeName(column));
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
                _chars = text.AsMemory().Trim();
                if (!DataCellText.IsWhole(text)) Fault = CellFault.Error;
                return;
            case byte[] bytes:
                Refuse(DataCellText.Excerpt(bytes));
                return;
            default:
                if (DataCellText.TryWrite(value, _written, out int length)) _chars = _written.AsMemory(0, length);
                else Refuse(reader.GetDataTypeName(column));
                if (Fault == CellFault.None) Fault = DataCellText.FaultOf(value);
                return;
        }
    }

    private void Refuse(string shown)
    {
        _chars = shown.AsMemory();
        Fault = CellFault.Error;
    }
}
