namespace ComplianceRules.Sql.ClickHouse;

/// <summary>What a server answers, while it is read.</summary>
/// <param name="response">The answer.</param>
/// <param name="rows">Its rows.</param>
/// <param name="limit">Ends when a statement may take no longer.</param>
/// <param name="trouble">Says what an exception means.</param>
internal sealed class ClickHouseAnswer(HttpResponseMessage response, Stream rows, CancellationTokenSource limit, Func<Exception, Exception> trouble) : IAsyncDisposable, IDisposable
{
    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <param name="room">Takes them.</param>
    public int Read(Span<byte> room)
    {
        try
        {
            return rows.Read(room);
        }
        catch (Exception lost) when (lost is IOException or HttpRequestException)
        {
            throw trouble(lost);
        }
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <param name="room">Takes them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellation)
    {
        try
        {
            return await rows.ReadAsync(room, cancellation).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is IOException or HttpRequestException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw trouble(lost);
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        response.Dispose();
        limit.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
        limit.Dispose();
    }
}
