using System.Collections.Immutable;
using System.Data.Common;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Running;

/// <summary>The databases that are judged as one, each with schools of its own: all are asked at once, and where one fails the others are stopped.</summary>
/// <param name="sessions">Their transactions.</param>
/// <param name="stop">Stops the statements of all of them.</param>
internal sealed class SqlNodes(ImmutableArray<SqlSession> sessions, CancellationTokenSource stop) : IAsyncDisposable
{
    private readonly Lock _taking = new();

    public ImmutableArray<SqlSession> Sessions => sessions;

    public CancellationToken Cancellation => stop.Token;

    /// <summary>Begins the transactions.</summary>
    public Task BeginAsync() => EachAsync(s => s.BeginAsync());

    /// <summary>Gives each row of a query to somebody, one at a time, in no order of the nodes.</summary>
    /// <param name="statement">The query.</param>
    /// <param name="take">Takes the row that the reader stands at.</param>
    public Task ReadAsync(SqlStatement statement, Action<DbDataReader> take) => EachAsync(s => s.ReadAsync(statement, row =>
    {
        lock (_taking) take(row);
    }));

    /// <summary>Gives each row of a query to somebody who takes some time: those of one node after those of the node before, while all work at once.</summary>
    /// <param name="statement">The query.</param>
    /// <param name="take">Takes the row that the reader stands at.</param>
    public Task ReadAsync(SqlStatement statement, Func<DbDataReader, ValueTask> take)
    {
        Task before = Task.CompletedTask;
        return EachAsync(s => before = InTurnAsync(s, before));

        async Task InTurnAsync(SqlSession session, Task turn)
        {
            await session.ReadAsync(statement, async row =>
            {
                await turn.ConfigureAwait(false);
                await take(row).ConfigureAwait(false);
            }).ConfigureAwait(false);
            await turn.ConfigureAwait(false);
        }
    }

    /// <summary>The texts of the first column of a query, those of one node after those of the node before.</summary>
    /// <param name="statement">The query.</param>
    public async Task<List<string>> TextsAsync(SqlStatement statement)
    {
        Dictionary<SqlSession, List<string>> texts = sessions.ToDictionary(s => s, _ => new List<string>());
        await EachAsync(s => s.ReadAsync(statement, row => texts[s].Add(row.GetString(0)))).ConfigureAwait(false);
        return [.. sessions.SelectMany(s => texts[s])];
    }

    /// <summary>A query as a table that is read in process, a part from each node.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="statement">The query.</param>
    public IEnumerable<DataReaderTable> Table(string name, SqlStatement statement) => sessions.Select(s => s.Table(name, statement));

    public async ValueTask DisposeAsync()
    {
        foreach (SqlSession session in sessions) await session.DisposeAsync().ConfigureAwait(false);
    }

    private Task EachAsync(Func<SqlSession, Task> ask) => Task.WhenAll([.. sessions.Select(s => OrStopAsync(ask(s)))]);

    private async Task OrStopAsync(Task asked)
    {
        try
        {
            await asked.ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
