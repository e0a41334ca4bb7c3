using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using Npgsql;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>The rows of one table or view. Only the columns that are wanted are asked for, when the first row is.</summary>
/// <param name="connection">The connection, in the transaction that all is read in.</param>
/// <param name="relation">The table or view.</param>
/// <param name="place">Its name as places show it.</param>
internal sealed class CopyRecordReader(NpgsqlConnection connection, Relation relation, string place) : RecordReader
{
    private readonly CopyCell?[] _cells = new CopyCell?[relation.Columns.Length];
    private int[] _wanted = [.. Enumerable.Range(0, relation.Columns.Length)];
    private CopyRows? _rows;
    private long _row;

    public override string FileName => place;

    public override SourceSpan Span => new(place, Line, 0);

    public override int Line => (int)Math.Min(_row, int.MaxValue);

    // A spreadsheet leaves empty lines below a table; a row of a database is there because someone put it there.
    public override bool IsBlank => false;

    public override bool HasBytes => true;

    public override (long Read, long Whole) Progress => relation.Rows > 0 ? (_row, Math.Max(_row, (long)Math.Min(relation.Rows, int.MaxValue))) : default;

    public override RecordHeader ReadHeader() => new([.. relation.Columns.Select(c => c.Name)], SourceSpan.Whole(place));

    public override void Want(IReadOnlySet<int> columns) => _wanted = [.. columns.Order()];

    public override bool Next(out bool goOn)
    {
        goOn = true;
        _rows ??= Open();
        if (!_rows.Next()) return false;
        _row++;
        return true;
    }

    public override ReadOnlySpan<char> Chars(int column) => Cell(column).Chars;

    public override ReadOnlySpan<byte> Bytes(int column) => Cell(column).Bytes;

    public override CellFault FaultOf(int column) => Cell(column).Fault;

    public override void Dispose() => _rows?.Dispose();

    private CellSlot Cell(int column) => _cells[column]?.At(_row) ?? throw new InvalidOperationException($"the column `{relation.Columns[column].Name}` was not asked for");

    private CopyRows Open()
    {
        CopyRows rows = new(connection.BeginRawBinaryCopy(relation.CopySql(_wanted)), _wanted.Length);
        for (int field = 0; field < _wanted.Length; field++) _cells[_wanted[field]] = new CopyCell(rows, field, relation.Columns[_wanted[field]]);
        return rows;
    }
}
