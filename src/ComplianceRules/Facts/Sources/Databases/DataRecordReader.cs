using System.Data.Common;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The rows of one query, one at a time; a cell is read when it is asked for, once a row.</summary>
/// <param name="reader">The query's rows.</param>
/// <param name="place">The query's name as places show it.</param>
internal sealed class DataRecordReader(DbDataReader reader, string place) : RecordReader
{
    private DataCell[] _cells = [];
    private long _row;

    public override string FileName => place;

    public override SourceSpan Span => new(place, (int)Math.Min(_row, int.MaxValue), 0);

    // A spreadsheet leaves empty lines below a table; a row of a database is there because someone put it there.
    public override bool IsBlank => false;

    public override RecordHeader? ReadHeader()
    {
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        _cells = [.. names.Select((_, column) => new DataCell(reader, column))];
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

    public override CellFault FaultOf(int column) => _cells[column].At(_row).Fault;

    public override void Dispose() => reader.Dispose();
}
