using System.Data.Common;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The rows of one query, one at a time; a cell is read when it is asked for, once a row.</summary>
/// <param name="reader">The query's rows.</param>
/// <param name="place">The query's name as places show it.</param>
/// <param name="isTyped">Whether every cell of a column has the column's type.</param>
internal sealed class DataRecordReader(DbDataReader reader, string place, bool isTyped) : RecordReader
{
    private DataCell[] _cells = [];
    private long _row;

    public override string FileName => place;

    public override SourceSpan Span => new(place, Line, 0);

    public override int Line => (int)Math.Min(_row, int.MaxValue);

    public override bool HasBytes => isTyped;

    // A spreadsheet leaves empty lines below a table; a row of a database is there because someone put it there.
    public override bool IsBlank => false;

    public override RecordHeader? ReadHeader()
    {
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        _cells = [.. names.Select((_, column) => new DataCell(reader, column, isTyped ? TypedGetters.Of(reader, column) : null))];
        return new RecordHeader(names, SourceSpan.Whole(place));
    }

    public override bool Next(out bool goOn)
    {
        goOn = true;
        if (!reader.Read()) return false;
        _row++;
        return true;
    }

    public override ReadOnlySpan<char> Chars(int column) => _cells[column].At(_row).Chars;

    public override ReadOnlySpan<byte> Bytes(int column) => _cells[column].At(_row).Bytes;

    public override CellFault FaultOf(int column) => _cells[column].At(_row).Fault;

    public override void Dispose() => reader.Dispose();
}
