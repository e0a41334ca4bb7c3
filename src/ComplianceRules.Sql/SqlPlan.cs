using System.Collections.Immutable;
using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql;

/// <summary>The rules of a catalogue on one day, to be judged where the facts are: in a database.</summary>
/// <remarks>
/// Immutable; may be shared between threads. Tables and columns have the names of the format itself (docs/data-format.md, Tables). What a database says of a row is what
/// <see cref="Plan.Judge"/> says of it: a school with a cell that SQL may read otherwise than the engine is fetched and judged in process, and so are schools that name packs.
/// </remarks>
public sealed class SqlPlan
{
    private readonly Catalogue _catalogue;
    private readonly Plan _plan;

    private SqlPlan(Catalogue catalogue, DateOnly asOf, SqlDialect dialect)
    {
        (_catalogue, Dialect) = (catalogue, dialect);
        _plan = Plan.For(catalogue, asOf);
    }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf => _plan.AsOf;

    /// <summary>How the database wants to be asked.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>Makes a plan.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="asOf">The day of assessment: the law of that day is applied.</param>
    /// <param name="dialect">How the database wants to be asked.</param>
    public static SqlPlan For(Catalogue catalogue, DateOnly asOf, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dialect);
        return new SqlPlan(catalogue, asOf, dialect);
    }

    /// <summary>The statements that judge the schools of one region, for people to read; a database with every table and field of the format is supposed.</summary>
    /// <param name="region">The region.</param>
    /// <param name="options">What to judge; null for everything. What is to be done with the rest, and timeouts, do not matter here.</param>
    public SqlScript Script(RegionCode region, SqlOptions? options = null)
    {
        RunOptions run = (options ?? new SqlOptions()).Run;
        SqlGroups groups = new(_catalogue, AsOf, Dialect, SqlLayout.Named(_catalogue.Schema, Dialect.UsualType));
        ImmutableArray<SqlGroup> found = groups.Of([region.Text], run.Selects);
        SqlReduction reduction = new SqlReducer(_catalogue, AsOf, Dialect, SqlLayout.Named(_catalogue.Schema, Dialect.UsualType)).Of([region.Text], run.Selects);
        groups.LeaveOutNoMore(reduction.Rules);
        ImmutableArray<SqlQuery> queries = [.. found.SelectMany(g => g.Sets.SelectMany(s => Queries(s, g.Schools))), .. reduction.Tables.SelectMany(t => Queries(t, reduction))];
        return new SqlScript(Dialect, AsOf, queries, LeftOutOf(groups));
    }

    /// <summary>Counts verdicts in a database.</summary>
    /// <remarks>All statements run in one transaction that only reads and sees the same rows throughout. Verdicts of waived rules of schools and of rules about persons are never worked out as SQL, see <see cref="SqlCounts.LeftOut"/>; of rules about regions the last step is made in process, see <see cref="SqlCounts.Reduced"/>.</remarks>
    /// <param name="connection">The connection, open and without a transaction; it stays the caller's, and serves nothing else meanwhile.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statement that runs.</param>
    /// <returns>The counts; where rows cannot be told apart or placed, the problems.</returns>
    /// <exception cref="NotSupportedException">The dialect is only printed.</exception>
    /// <exception cref="DbException">The database cannot be reached, is lost, or refuses a statement: there are no counts then, not even some.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<Checked<SqlCounts>> CountAsync(DbConnection connection, SqlOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return await RunAsync([connection], options ?? new SqlOptions(), null, cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds the rows of a database that break rules, or whose facts do not decide them.</summary>
    /// <remarks>
    /// As with <see cref="CountAsync(DbConnection, SqlOptions?, CancellationToken)"/>. Findings come table by table, as the database gives its rows, in the order of their ids; those of schools that are judged in process come after them. At no time more
    /// than one row of the database is in memory, but for what is judged in process.
    /// </remarks>
    /// <param name="connection">The connection, open and without a transaction; it stays the caller's, and serves nothing else meanwhile.</param>
    /// <param name="take">Takes each finding; the next row is read when it is done.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statement that runs.</param>
    /// <returns>What was left out and what was judged in process, without counts; where rows cannot be told apart or placed, the problems: then findings that were taken are to be thrown away.</returns>
    /// <exception cref="NotSupportedException">The dialect is only printed.</exception>
    /// <exception cref="DbException">The database cannot be reached, is lost, or refuses a statement: findings that were taken are to be thrown away.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; findings that were taken are to be thrown away.</exception>
    public async Task<Checked<SqlCounts>> FindAsync(DbConnection connection, Func<SqlFinding, ValueTask> take, SqlOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(take);
        return await RunAsync([connection], options ?? new SqlOptions(), take, cancellation).ConfigureAwait(false);
    }

    /// <summary>Counts verdicts in a database of ClickHouse, over HTTP.</summary>
    /// <remarks>As with a connection, but that ClickHouse has no snapshot: rows that are written meanwhile refuse the run (CR5126). No statement changes anything.</remarks>
    /// <param name="address">The database.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statement that runs.</param>
    /// <returns>The counts; where rows cannot be told apart or placed, the problems.</returns>
    /// <exception cref="ClickHouseException">The server cannot be reached, is lost, or refuses a statement: there are no counts then, not even some.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<Checked<SqlCounts>> CountAsync(ClickHouseAddress address, SqlOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        ClickHouseConnection connection = new(address);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            return await CountAsync(connection, options, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Finds the rows of a database of ClickHouse that break rules, or whose facts do not decide them, over HTTP.</summary>
    /// <remarks>As with a connection, but that ClickHouse has no snapshot: rows that are written meanwhile refuse the run (CR5126). No statement changes anything.</remarks>
    /// <param name="address">The database.</param>
    /// <param name="take">Takes each finding; the next row is read when it is done.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statement that runs.</param>
    /// <returns>What was left out and what was judged in process, without counts; where rows cannot be told apart or placed, the problems: then findings that were taken are to be thrown away.</returns>
    /// <exception cref="ClickHouseException">The server cannot be reached, is lost, or refuses a statement: findings that were taken are to be thrown away.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; findings that were taken are to be thrown away.</exception>
    public async Task<Checked<SqlCounts>> FindAsync(ClickHouseAddress address, Func<SqlFinding, ValueTask> take, SqlOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        ClickHouseConnection connection = new(address);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            return await FindAsync(connection, take, options, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Counts verdicts in several databases of ClickHouse that share out the schools, over HTTP.</summary>
    /// <remarks>As <see cref="CountAsync(IEnumerable{DbConnection}, SqlOptions?, CancellationToken)"/>: each shard is asked for itself, through the tables of its own rows.</remarks>
    /// <param name="shards">The databases.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statements that run.</param>
    /// <returns>The counts; where the shards have not the same columns, a school is on two of them, or rows cannot be told apart or placed, the problems.</returns>
    /// <exception cref="ArgumentException">There is no shard.</exception>
    /// <exception cref="ClickHouseException">A server cannot be reached, is lost, or refuses a statement: the others are stopped, and there are no counts then, not even some.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<Checked<SqlCounts>> CountAsync(IEnumerable<ClickHouseAddress> shards, SqlOptions? options = null, CancellationToken cancellation = default) =>
        OnShardsAsync(shards, nodes => CountAsync(nodes, options, cancellation), cancellation);

    /// <summary>Finds the rows that break rules, or whose facts do not decide them, in several databases of ClickHouse that share out the schools, over HTTP.</summary>
    /// <remarks>As <see cref="FindAsync(IEnumerable{DbConnection}, Func{SqlFinding, ValueTask}, SqlOptions?, CancellationToken)"/>: each shard is asked for itself, through the tables of its own rows.</remarks>
    /// <param name="shards">The databases.</param>
    /// <param name="take">Takes each finding, one at a time; the next row is read when it is done.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statements that run.</param>
    /// <returns>What was left out and what was judged in process, without counts; else the problems: then findings that were taken are to be thrown away.</returns>
    /// <exception cref="ArgumentException">There is no shard.</exception>
    /// <exception cref="ClickHouseException">A server cannot be reached, is lost, or refuses a statement: findings that were taken are to be thrown away.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; findings that were taken are to be thrown away.</exception>
    public Task<Checked<SqlCounts>> FindAsync(IEnumerable<ClickHouseAddress> shards, Func<SqlFinding, ValueTask> take, SqlOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(take);
        return OnShardsAsync(shards, nodes => FindAsync(nodes, take, options, cancellation), cancellation);
    }

    /// <summary>Counts verdicts in several databases that share out the schools.</summary>
    /// <remarks>
    /// All are asked at once, each with the statements of <see cref="CountAsync(DbConnection, SqlOptions?, CancellationToken)"/>, and the counts are added. A school stands on one node, with all that is below it; what is
    /// no school's, such as regions, stands on one node alone. Each node is seen as it was at one moment, which is not quite the same one for all.
    /// </remarks>
    /// <param name="nodes">A connection to each, open and without a transaction; they stay the caller's, and serve nothing else meanwhile.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statements that run.</param>
    /// <returns>The counts; where the nodes have not the same columns, a school is on two of them, or rows cannot be told apart or placed, the problems.</returns>
    /// <exception cref="ArgumentException">There is no node, or one twice.</exception>
    /// <exception cref="DbException">A node cannot be reached, is lost, or refuses a statement: the others are stopped, and there are no counts then, not even some.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public Task<Checked<SqlCounts>> CountAsync(IEnumerable<DbConnection> nodes, SqlOptions? options = null, CancellationToken cancellation = default) =>
        RunAsync(Several(nodes), options ?? new SqlOptions(), null, cancellation);

    /// <summary>Finds the rows that break rules, or whose facts do not decide them, in several databases that share out the schools.</summary>
    /// <remarks>As with <see cref="CountAsync(IEnumerable{DbConnection}, SqlOptions?, CancellationToken)"/>. Of each table the findings of one node come after those of the node before.</remarks>
    /// <param name="nodes">A connection to each, open and without a transaction; they stay the caller's, and serve nothing else meanwhile.</param>
    /// <param name="take">Takes each finding, one at a time; the next row is read when it is done.</param>
    /// <param name="options">What to judge; null for everything that can be written.</param>
    /// <param name="cancellation">Stops the run and the statements that run.</param>
    /// <returns>What was left out and what was judged in process, without counts; else the problems: then findings that were taken are to be thrown away.</returns>
    /// <exception cref="ArgumentException">There is no node, or one twice.</exception>
    /// <exception cref="DbException">A node cannot be reached, is lost, or refuses a statement: findings that were taken are to be thrown away.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; findings that were taken are to be thrown away.</exception>
    public Task<Checked<SqlCounts>> FindAsync(IEnumerable<DbConnection> nodes, Func<SqlFinding, ValueTask> take, SqlOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(take);
        return RunAsync(Several(nodes), options ?? new SqlOptions(), take, cancellation);
    }

    private static async Task<Checked<SqlCounts>> OnShardsAsync(IEnumerable<ClickHouseAddress> shards, Func<IEnumerable<DbConnection>, Task<Checked<SqlCounts>>> ask, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ImmutableArray<ClickHouseConnection> connections = [.. shards.Select(s => new ClickHouseConnection(s))];
        try
        {
            foreach (ClickHouseConnection connection in connections) await connection.OpenAsync(cancellation).ConfigureAwait(false);
            return await ask(connections).ConfigureAwait(false);
        }
        finally
        {
            foreach (ClickHouseConnection connection in connections) await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static ImmutableArray<DbConnection> Several(IEnumerable<DbConnection> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ImmutableArray<DbConnection> all = [.. nodes];
        if (all.IsEmpty || all.Any(n => n is null) || all.Distinct().Count() < all.Length) throw new ArgumentException("there is no node, or one is named twice", nameof(nodes));
        return all;
    }

    private async Task<Checked<SqlCounts>> RunAsync(ImmutableArray<DbConnection> connections, SqlOptions options, Func<SqlFinding, ValueTask>? take, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        SqlNodes nodes = new([.. connections.Select(c => new SqlSession(c, Dialect, options.StatementTimeout, stop.Token))], stop);
        await using (nodes.ConfigureAwait(false))
        {
            try
            {
                await nodes.BeginAsync().ConfigureAwait(false);
                return await new SqlRunner(_catalogue, _plan, Dialect, options, take).RunAsync(nodes).ConfigureAwait(false);
            }
            catch (OperationCanceledException stopped) when (cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(stopped.Message, stopped, cancellation);
            }
        }
    }

    /// <summary>The rules that were not written, in ordinal order.</summary>
    /// <param name="groups">What was written.</param>
    internal static ImmutableArray<Diagnostic> LeftOutOf(SqlGroups groups) => [.. groups.LeftOut.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Value)];

    private static IEnumerable<SqlQuery> Queries(SqlReducedTable table, SqlReduction reduction)
    {
        if (table.Doubts(new SqlSchools()) is { } doubts) yield return new SqlQuery(SqlQueryKind.Doubts, table.Schema.Name, [], doubts);
        yield return new SqlQuery(SqlQueryKind.Reduced, table.Schema.Name, [.. reduction.Rules.Order(StringComparer.Ordinal)], table.Rows(new SqlSchools()));
    }

    private static IEnumerable<SqlQuery> Queries(SqlRuleSet set, SqlSchools schools)
    {
        ImmutableArray<string> rules = [.. set.Rules.Select(r => r.Rule.FullId)];
        if (set.Doubts(schools) is { } doubts) yield return new SqlQuery(SqlQueryKind.Doubts, set.Table.Name, [], doubts);
        yield return new SqlQuery(SqlQueryKind.Counts, set.Table.Name, rules, set.Counts(schools));
        yield return new SqlQuery(SqlQueryKind.Verdicts, set.Table.Name, rules, set.Verdicts(schools));
    }
}
