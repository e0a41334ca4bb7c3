using System.Data.Common;

namespace ComplianceRules.Facts;

/// <summary>One table of a <see cref="DataReaderSnapshotSource"/>: the rows of a query.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DataReaderTable
{
    /// <summary>Names the rows of a query.</summary>
    /// <param name="name">The table's name: without a mapping, the schema's table whose rows these are, or <c>snapshot</c>; with one, what its <c>file</c> patterns are matched with.</param>
    /// <param name="open">
    /// Runs the query, once for each time that the table is read; what it gives stands before its first row, is disposed of here, and gives its cells in any order, so not
    /// <see cref="System.Data.CommandBehavior.SequentialAccess"/>. Its first result is read. The connection stays the caller's.
    /// </param>
    public DataReaderTable(string name, Func<DbDataReader> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        Open = open;
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>Whether every cell of a column has the type that <see cref="DbDataReader.GetFieldType"/> gives for it; false where nobody knows.</summary>
    /// <remarks>
    /// So it is with servers that have typed columns, as through Npgsql; not with SQLite, where a column of numbers may hold a text. Then cells are read by the getters of their types, which
    /// means the same and takes little more than half of the time, and no objects are made of them.
    /// </remarks>
    public bool IsTyped { get; init; }

    internal Func<DbDataReader> Open { get; }
}
