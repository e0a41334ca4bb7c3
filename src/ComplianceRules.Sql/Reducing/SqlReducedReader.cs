using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Reducing;

/// <summary>Goes through rows that the database worked out, each as often as it stands for one; the number of the row is its last cell.</summary>
/// <param name="place">The table as places show it.</param>
/// <param name="names">The columns.</param>
/// <param name="rows">The rows.</param>
internal sealed class SqlReducedReader(SourceSpan place, ImmutableArray<string> names, IReadOnlyList<SqlReducedRow> rows) : RecordReader
{
    private string _number = string.Empty;
    private int _row = -1;
    private long _left;
    private long _read;

    public override string FileName => place.File;

    public override SourceSpan Span => place with { Line = Line };

    public override int Line => (int)Math.Min(_read, int.MaxValue);

    public override bool IsBlank => false;

    public override RecordHeader? ReadHeader() => new(names.Contains(SqlReducedTable.Id) ? names : names.Add(SqlReducedTable.Id), place);

    public override bool Next(out bool goOn)
    {
        goOn = true;
        while (_left == 0)
        {
            if (++_row == rows.Count) return false;
            _left = rows[_row].Times;
        }

        _left--;
        _number = (++_read).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    public override ReadOnlySpan<char> Chars(int column) => column < names.Length ? rows[_row].Cells[column] : _number;

    public override void Dispose()
    {
    }
}
