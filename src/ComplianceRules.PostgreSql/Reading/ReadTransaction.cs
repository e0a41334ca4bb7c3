using System.Globalization;
using Npgsql;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>A transaction that sees the database as it was at one moment and cannot change it.</summary>
internal sealed class ReadTransaction : IDisposable
{
    // Rows come in the order that they lie in, on every run; and a policy that hides rows is an error, since what is left would look like the whole.
    private const string Begin = """
        BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
        SET LOCAL synchronize_seqscans = off;
        SET LOCAL max_parallel_workers_per_gather = 0;
        SET LOCAL row_security = off;
        """;

    private const string Process = "\nSELECT pg_catalog.pg_backend_pid();";


    private readonly CancellationTokenRegistration _stop;

    private ReadTransaction(NpgsqlDataSource database, NpgsqlConnection connection, int process, CancellationToken cancellation)
    {
        Connection = connection;
        _stop = cancellation.Register(() => Stop(database, process));
    }

    /// <summary>The connection that the transaction is on.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Begins one on a connection of its own.</summary>
    /// <param name="database">The database.</param>
    /// <param name="statementTimeout">How long one statement may take; null where the server's own setting counts.</param>
    /// <param name="cancellation">Stops the connecting, and whatever the server does for the transaction afterwards.</param>
    public static ReadTransaction On(NpgsqlDataSource database, TimeSpan? statementTimeout, CancellationToken cancellation)
    {
        NpgsqlConnection connection = Open(database, cancellation);
        try
        {
            string limit = statementTimeout is { } time ? string.Create(CultureInfo.InvariantCulture, $"\nSET LOCAL statement_timeout = {(long)time.TotalMilliseconds};") : string.Empty;
            using NpgsqlCommand command = new(Begin + limit + Process, connection);
            return new ReadTransaction(database, connection, (int)command.ExecuteScalar()!, cancellation);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        Connection.Dispose();
    }

    // A socket that was opened asynchronously takes every row by way of another thread, and one that was not cannot be stopped while it is opened: it is left to itself then.
    private static NpgsqlConnection Open(NpgsqlDataSource database, CancellationToken cancellation)
    {
        Task<NpgsqlConnection> opening = Task.Run(database.OpenConnection, CancellationToken.None);
        try
        {
            return opening.WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            _ = opening.ContinueWith(done => done.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    // A server that works on a view answers nothing, and hears only what another connection says.
    private static void Stop(NpgsqlDataSource database, int process)
    {
        try
        {
            using NpgsqlCommand command = database.CreateCommand("SELECT pg_catalog.pg_cancel_backend($1)");
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = process });
            command.ExecuteNonQuery();
        }
        catch (NpgsqlException)
        {
            // Where no further connection is to be had, the reading stops at its next row.
        }
    }
}
