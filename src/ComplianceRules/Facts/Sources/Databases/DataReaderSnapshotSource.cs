using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A snapshot in the tables of a database, or of anything else that has a <see cref="System.Data.Common.DbDataReader"/>.</summary>
/// <remarks>
/// Without a mapping each table is named after its table of the schema and has the columns <c>id</c>, the parent table's name, and fields; a table <c>snapshot</c> may give
/// <c>date</c>, <c>title</c>, <c>covers</c> and <c>teaching_month_min_days</c>, and tables <c>calendar_term</c> and <c>calendar_day</c> the calendar. Each cell is taken by the type of its own value, not by its column's, and read as people would write it: whole numbers and
/// decimals exactly, days as <c>2026-09-01</c>, times and durations as <c>8:20</c> or <c>24:30</c>; null is nothing. NaN, bytes, texts that are not whole, and types that no
/// table of people has, cannot be used and are listed. A row of nulls is a row without id, not a blank line. Read as a stream: beside the facts, memory holds one row.
/// A place is <c>snapshot.db/class(7,2)</c>: the seventh row of the result, its second cell. <see cref="SnapshotOptions.Encoding"/> does not apply.
/// </remarks>
public sealed class DataReaderSnapshotSource : ISnapshotSource
{
    private readonly string _name;
    private readonly DataReaderTable[] _tables;
    private readonly SnapshotMapping? _mapping;

    /// <summary>Reads queries.</summary>
    /// <param name="name">The database's name as it is shown in places.</param>
    /// <param name="tables">The tables, in any order: those of parents are read first.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    /// <exception cref="ArgumentException">There is no table, or two have one name.</exception>
    public DataReaderSnapshotSource(string name, IEnumerable<DataReaderTable> tables, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(tables);
        _name = name;
        _tables = [.. tables];
        _mapping = mapping;
        if (_tables.Length == 0) throw new ArgumentException("there is no table to read", nameof(tables));
        if (_tables.CountBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(t => t.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"two tables are named `{twice}`", nameof(tables));
    }

    private DataReaderSnapshotSource(string name, DataReaderTable[] parts, SnapshotMapping? mapping) => (_name, _tables, _mapping) = (name, parts, mapping);

    /// <summary>Reads queries of which several may give rows of one table.</summary>
    /// <param name="name">The database's name as it is shown in places.</param>
    /// <param name="parts">The tables, and parts of tables.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    internal static DataReaderSnapshotSource OfParts(string name, IEnumerable<DataReaderTable> parts, SnapshotMapping? mapping) => new(name, [.. parts], mapping);

    /// <inheritdoc/>
    /// <exception cref="System.Data.Common.DbException">The database cannot be reached, or the query is wrong.</exception>
    /// <exception cref="InvalidOperationException">The connection is not open, or as the provider says.</exception>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options) { Cancellation = cancellation };
        DataRecordSet[] sets = [.. _tables.Select(table => new DataRecordSet(table, $"{_name}/{table.Name}"))];
        cancellation.ThrowIfCancellationRequested();
        DatabaseRecords.Load(sets, _name, builder, _mapping, cancellation);
        return builder.Build();
    }
}
