using System.Collections.Frozen;

namespace ComplianceRules.Facts;

/// <summary>The rows of one kind: ids, parents, columns and child lists.</summary>
/// <remarks>Immutable; may be shared between threads. A field that no row gives has no column.</remarks>
public sealed class FactTable
{
    private readonly ReadOnlyMemory<int> _parents;
    private readonly FactTable? _parentTable;
    private readonly FrozenDictionary<string, FactColumn> _columns;
    private readonly FrozenDictionary<string, ChildList> _lists;
    private readonly Lazy<int[]?> _starts;
    private readonly Lazy<ulong[]?> _firsts;

    internal FactTable(
        TableSchema schema,
        RowIds ids,
        ReadOnlyMemory<int> parents,
        FactTable? parentTable,
        IEnumerable<FactColumn> columns,
        IReadOnlyDictionary<string, ChildList> lists)
    {
        Schema = schema;
        Ids = ids;
        _parents = parents;
        _parentTable = parentTable;
        _columns = columns.ToFrozenDictionary(c => c.Field.Name, StringComparer.Ordinal);
        _lists = lists.ToFrozenDictionary(StringComparer.Ordinal);
        _starts = new Lazy<int[]?>(FindStarts);
        _firsts = new Lazy<ulong[]?>(FindFirsts);
    }

    private FactTable(FactTable table, FactTable? above, FrozenDictionary<string, FactColumn> columns)
    {
        Schema = table.Schema;
        Ids = table.Ids;
        _parents = table._parents;
        _parentTable = above;
        _columns = columns;
        _lists = table._lists;
        (_starts, _firsts) = (table._starts, table._firsts);
    }

    /// <summary>What the rows are.</summary>
    public TableSchema Schema { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Ids.Count;

    /// <summary>Whether the lists of the table above were compared with the parents of these rows, where it has lists of them.</summary>
    internal bool AreListsChecked { get; init; }

    /// <summary>The ids of all rows.</summary>
    internal RowIds Ids { get; }

    /// <summary>For each row the row above, in the table above; -1 where it is not known or there is none.</summary>
    internal ReadOnlySpan<int> Parents => _parents.Span;

    /// <summary>The columns that there are, in the ordinal order of their names.</summary>
    public IEnumerable<FactColumn> Columns => _columns.Values.OrderBy(c => c.Field.Name, StringComparer.Ordinal);

    /// <summary>The id of a row as the data gives it.</summary>
    /// <param name="row">The row, from 0.</param>
    public string Id(int row) => Ids[row];

    /// <summary>The row above, in the table above; -1 where it is not known or there is none.</summary>
    /// <param name="row">The row, from 0.</param>
    public int Parent(int row) => _parents.Span[row];

    /// <summary>The subject text of a row without its table: the id, below its parents' ids where ids are unique only there, such as <c>3703220012/301</c>.</summary>
    /// <param name="row">The row, from 0.</param>
    public string Key(int row)
    {
        FactTable? above = Schema.HasGlobalIds || Schema.Parent == Schema.Name ? null : _parentTable;
        return above is null || Parent(row) < 0 ? Id(row) : $"{above.Key(Parent(row))}/{Id(row)}";
    }

    /// <summary>The column of a field; null where no row gives the field.</summary>
    /// <param name="field">The field's name.</param>
    public FactColumn? Column(string field) => _columns.GetValueOrDefault(field);

    /// <summary>The child lists of a name; null where nothing is known of them, as if no row's list were reported.</summary>
    /// <param name="list">The list's name, such as <c>classes</c>.</param>
    public ChildList? List(string list) => _lists.GetValueOrDefault(list);

    /// <summary>
    /// For each row of the table above the first row below it, and the first row without a parent at the end; null where the rows do not stand in the order of those above,
    /// as regions do not.
    /// </summary>
    internal int[]? StartsBelow => _starts.Value;

    /// <summary>One bit a row: set where it is the first below its row above. Null where that does not tell the row above, because one has no row below or rows do not stand in order.</summary>
    internal ulong[]? FirstsBelow => _firsts.Value;

    /// <summary>All child lists by name.</summary>
    internal IReadOnlyDictionary<string, ChildList> Lists => _lists;

    /// <summary>The same rows with other facts.</summary>
    /// <param name="above">The table above; null where there is none.</param>
    /// <param name="columns">All columns.</param>
    internal FactTable With(FactTable? above, IEnumerable<FactColumn> columns) =>
        new(this, above, columns.ToFrozenDictionary(c => c.Field.Name, StringComparer.Ordinal));

    /// <summary>The same rows and facts below rows with other facts.</summary>
    /// <param name="above">The table above; null where there is none.</param>
    internal FactTable With(FactTable? above) => new(this, above, _columns);

    /// <summary>Whether another table has the same rows below the same rows, with the same lists.</summary>
    /// <param name="other">The other table.</param>
    internal bool HasRowsOf(FactTable other) =>
        Ids.Starts.SequenceEqual(other.Ids.Starts) && Ids.Utf8.SequenceEqual(other.Ids.Utf8) && Parents.SequenceEqual(other.Parents)
        && (ReferenceEquals(_lists, other._lists) || (_lists.Count == other._lists.Count && _lists.All(l => other.List(l.Key) is { } own && l.Value.IsSameAs(own))));

    private ulong[]? FindFirsts()
    {
        if (StartsBelow is not { } starts) return null;
        ulong[] firsts = new ulong[ValidityBits.Words(Count)];
        for (int above = 0; above < starts.Length - 1; above++)
        {
            if (starts[above] == starts[above + 1]) return null;
            ValidityBits.Set(firsts, starts[above]);
        }

        return firsts;
    }

    private static int[] StartsOf(ChildList list)
    {
        int[] starts = new int[list.Starts.Length + 1];
        list.Starts.CopyTo(starts);
        starts[^1] = list.Ends.IsEmpty ? 0 : list.Ends[^1];
        return starts;
    }

    private int[]? FindStarts()
    {
        if (_parentTable is null || Schema.Parent == Schema.Name) return null;
        if (AreListsChecked && _parentTable.Schema.Name != BaseTables.Region && _parentTable.List(Schema.Children) is { } list && list.Table == Schema.Name) return StartsOf(list);
        int[] starts = new int[_parentTable.Count + 1];
        int next = 0;
        int row = 0;
        foreach (int parent in Parents)
        {
            if (parent < 0) break;
            if (parent < next - 1) return null;
            while (next <= parent) starts[next++] = row;
            row++;
        }

        if (Parents[row..].ContainsAnyExcept(-1)) return null;
        while (next < starts.Length) starts[next++] = row;
        return starts;
    }
}
