using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql.Reading;
using Npgsql;

namespace ComplianceRules.PostgreSql;

/// <summary>A snapshot in the tables and views of one schema of a PostgreSQL database.</summary>
/// <remarks>
/// Tables and columns are those of <see cref="DataReaderSnapshotSource"/>; with a mapping, its <c>file</c> patterns are matched with the names of tables and views. All is read by binary COPY
/// in one read-only transaction that sees the database as it was at one moment, and only columns are asked for that the schema of the facts or the mapping names. Rows come in the order
/// that they lie in. A policy that would hide rows from the user is an error. Days and moments without end, intervals with months, types that no table of people has, and lists whose
/// texts hold a separator cannot be used and are listed. <see cref="SnapshotOptions.Encoding"/> does not apply. May be shared between threads.
/// </remarks>
public sealed class PostgreSqlSnapshotSource : ISnapshotSource
{
    private readonly Func<NpgsqlDataSource> _open;
    private readonly bool _isOwn;
    private readonly string _name;
    private readonly SnapshotMapping? _mapping;

    /// <summary>Reads a database by its address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    public PostgreSqlSnapshotSource(PostgreSqlAddress address, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _open = () => new NpgsqlSlimDataSourceBuilder(address.ConnectionString).EnableTransportSecurity().EnableIntegratedSecurity().Build();
        _isOwn = true;
        _name = address.Name;
        _mapping = mapping;
        (Schema, StatementTimeout) = (address.Schema, address.StatementTimeout);
    }

    /// <summary>Reads a database that the host connects to.</summary>
    /// <param name="database">The database; it stays the host's.</param>
    /// <param name="name">The database's name as it is shown in places.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    public PostgreSqlSnapshotSource(NpgsqlDataSource database, string name, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(name);
        _open = () => database;
        _name = name;
        _mapping = mapping;
    }

    /// <summary>The schema whose tables and views are read; null for the first of the search path.</summary>
    public string? Schema { get; init; }

    /// <summary>How long one statement may take, which for a table is the time to read all of it; null where the server's own setting counts.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The database cannot be reached, refuses a statement, takes too long over it, or is lost on the way.</exception>
    /// <exception cref="IOException">The server sends something else than it was asked for.</exception>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options) { Cancellation = cancellation };
        cancellation.ThrowIfCancellationRequested();
        NpgsqlDataSource database = _open();
        try
        {
            Load(builder, database, cancellation);
        }
        catch (Exception trouble) when (cancellation.IsCancellationRequested && trouble is NpgsqlException or IOException or ObjectDisposedException)
        {
            throw new OperationCanceledException("the reading of the database was stopped", trouble, cancellation);
        }
        finally
        {
            if (_isOwn) database.Dispose();
        }

        return builder.Build();
    }

    private void Load(SnapshotBuilder builder, NpgsqlDataSource database, CancellationToken cancellation)
    {
        using ReadTransaction transaction = ReadTransaction.On(database, StatementTimeout, cancellation);
        ImmutableArray<Relation> relations = Relations.In(transaction.Connection, Schema);
        RelationRecordSet[] sets = [.. relations.Select(r => new RelationRecordSet(transaction.Connection, r, $"{_name}/{r.Name}"))];
        DatabaseRecords.Load(sets, _name, builder, _mapping, cancellation);
    }
}
