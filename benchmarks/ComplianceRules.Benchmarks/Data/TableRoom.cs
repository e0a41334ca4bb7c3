using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Room for the rows of one table, filled row by row.</summary>
/// <param name="schema">What the rows are.</param>
/// <param name="count">How many rows there are to be.</param>
internal sealed class TableRoom(TableSchema schema, int count)
{
    private const int LongestId = 24;

    private readonly List<ColumnRoom> _columns = [];
    private readonly int[] _parents = new int[count];
    private readonly int[] _starts = new int[count + 1];
    private byte[] _ids = new byte[Math.Max(16, count * 4)];
    private int _rows;

    /// <summary>Room for a field of the table; null where the packs at hand have no such field.</summary>
    public ColumnRoom? Column(string name, params string[] dictionary)
    {
        if (schema.Field(name) is not { } field) return null;
        ColumnRoom column = new(field, count) { Dictionary = [.. dictionary] };
        _columns.Add(column);
        return column;
    }

    public int Add(string id, int parent)
    {
        if (_starts[_rows] + LongestId > _ids.Length) Array.Resize(ref _ids, _ids.Length * 2);
        _starts[_rows + 1] = _starts[_rows] + Encoding.UTF8.GetBytes(id, _ids.AsSpan(_starts[_rows]));
        _parents[_rows] = parent;
        return _rows++;
    }

    public FactTable Table(FactTable? above, IReadOnlyDictionary<string, ChildList> lists) =>
        new(schema, new RowIds(_ids.AsMemory(0, _starts[_rows]), _starts), _parents, above, _columns.Select(c => c.Column()).OfType<FactColumn>(), lists);
}
