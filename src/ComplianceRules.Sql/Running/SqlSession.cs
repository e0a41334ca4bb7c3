using System.Data.Common;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Running;

/// <summary>One transaction that reads: every statement sees the same rows.</summary>
/// <param name="connection">The connection, open; it stays the caller's.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="timeout">How long one statement may take; null for as long as the connection allows.</param>
/// <param name="cancellation">Stops the statement that runs.</param>
internal sealed class SqlSession(DbConnection connection, SqlDialect dialect, TimeSpan? timeout, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly List<DbCommand> _open = [];
    private bool _hasBegun;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Begins the transaction.</summary>
    public async Task BeginAsync()
    {
        foreach (string begin in dialect.Begin) await RunAsync(begin).ConfigureAwait(false);
        _hasBegun = true;
    }

    /// <summary>Gives each row of a query to somebody.</summary>
    /// <param name="statement">The query.</param>
    /// <param name="take">Takes the row that the reader stands at.</param>
    public Task ReadAsync(SqlStatement statement, Action<DbDataReader> take) => ReadAsync(statement, row =>
    {
        take(row);
        return ValueTask.CompletedTask;
    });

    /// <summary>Gives each row of a query to somebody who takes some time.</summary>
    /// <param name="statement">The query.</param>
    /// <param name="take">Takes the row that the reader stands at.</param>
    public async Task ReadAsync(SqlStatement statement, Func<DbDataReader, ValueTask> take)
    {
        await using DbCommand command = Made(statement);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) await take(reader).ConfigureAwait(false);
    }

    /// <summary>The texts of the first column of a query.</summary>
    /// <param name="statement">The query.</param>
    public async Task<List<string>> TextsAsync(SqlStatement statement)
    {
        List<string> texts = [];
        await ReadAsync(statement, r => texts.Add(r.GetString(0))).ConfigureAwait(false);
        return texts;
    }

    /// <summary>A query as a table that is read in process.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="statement">The query.</param>
    public DataReaderTable Table(string name, SqlStatement statement) => new(name, () =>
    {
        DbCommand command = Made(statement);
        _open.Add(command);
        return command.ExecuteReader();
    });

    public async ValueTask DisposeAsync()
    {
        foreach (DbCommand command in _open) await command.DisposeAsync().ConfigureAwait(false);
        // What was lost with the connection has ended by itself.
        if (!_hasBegun || connection.State != System.Data.ConnectionState.Open) return;
        try
        {
            foreach (string end in dialect.End) await EndAsync(end).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // The transaction only read: whatever ended it took nothing with it, and what the caller waits for is the first trouble.
        }
    }

    private async Task RunAsync(string text)
    {
        await using DbCommand command = Made(new SqlStatement(text, []));
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private async Task EndAsync(string text)
    {
        await using DbCommand command = Made(new SqlStatement(text, []));
        await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private DbCommand Made(SqlStatement statement)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = statement.Text;
        if (timeout is { } limit) command.CommandTimeout = Math.Max(1, (int)Math.Ceiling(limit.TotalSeconds));
        foreach (SqlParameter parameter in statement.Parameters)
        {
            DbParameter bound = command.CreateParameter();
            (bound.ParameterName, bound.Value) = (parameter.Name, parameter.Value);
            command.Parameters.Add(bound);
        }

        return command;
    }
}
