using System.Globalization;
using System.Text;

namespace ComplianceRules.Sql.ClickHouse;

/// <summary>Asks a server over HTTP. A statement is answered whole or not at all: the server computes all of it before it sends the first byte.</summary>
internal sealed class ClickHouseServer(ClickHouseAddress address) : IDisposable
{
    private const string PasswordVariable = "CLICKHOUSE_PASSWORD";
    private const int MostTold = 2000;

    // The server ends a statement between two blocks; when it has not for so long, nobody waits for it any more.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // What a profile may say otherwise that makes an answer partial, or other rows join; the last ones are room for long statements.
    private static readonly string Settings = string.Concat(new[]
    {
        "wait_end_of_query=1", "extremes=0", "join_use_nulls=0", "skip_unavailable_shards=0", "distributed_group_by_no_merge=0", "fallback_to_stale_replicas_for_distributed_queries=0",
        "distributed_product_mode=global", "read_overflow_mode=throw", "group_by_overflow_mode=throw", "sort_overflow_mode=throw", "result_overflow_mode=throw", "timeout_overflow_mode=throw",
        "set_overflow_mode=throw", "join_overflow_mode=throw", "transfer_overflow_mode=throw", "distinct_overflow_mode=throw", "max_query_size=67108864", "max_ast_elements=5000000",
        "max_expanded_ast_elements=20000000", "max_ast_depth=5000", "max_subquery_depth=1000", "replace_running_query=1",
    }.Select(s => $"&{s}"));

    private static long _asked;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private string _mode = string.Empty;

    /// <summary>Makes all further statements read only.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ClickHouseException">The server cannot be reached, or the user may change no settings, without which an answer could be partial.</exception>
    public async Task OnlyReadAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response = await SentAsync($"database={Uri.EscapeDataString(address.Database)}", "SELECT value FROM system.settings WHERE name = 'readonly'", cancellation).ConfigureAwait(false);
        string mode = (await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)).Trim();
        _mode = mode switch
        {
            "0" => "&readonly=2",
            "2" => string.Empty,
            _ => throw new ClickHouseException($"{address}: the user's profile has `readonly` = {mode}, which lets no setting be made that keeps answers whole; 2 reads only too"),
        };
    }

    /// <summary>Asks.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="seconds">How long it may take; 0 for as long as the user's profile lets it.</param>
    /// <param name="cancellation">Stops it, on the server too.</param>
    /// <exception cref="ClickHouseException">The server cannot be reached, is lost, or refuses the statement.</exception>
    public async Task<ClickHouseAnswer> AskAsync(string statement, int seconds, CancellationToken cancellation)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"compliance-rules-{Environment.MachineName}-{Environment.ProcessId}-{Interlocked.Increment(ref _asked)}");
        string limit = seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"&max_execution_time={seconds}") : string.Empty;
        string query = $"database={Uri.EscapeDataString(address.Database)}&default_format=TabSeparatedWithNamesAndTypes&query_id={Uri.EscapeDataString(id)}{Settings}{_mode}{limit}";
        CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        HttpResponseMessage? response = null;
        try
        {
            if (seconds > 0) either.CancelAfter(TimeSpan.FromSeconds(seconds) + Grace);
            response = await SentAsync(query, statement, either.Token).ConfigureAwait(false);
            Stream rows = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            return new ClickHouseAnswer(response, rows, either, Lost);
        }
        catch (Exception trouble)
        {
            response?.Dispose();
            either.Dispose();
            if (trouble is not OperationCanceledException) throw;
            await StopAsync(id).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw new ClickHouseException(string.Create(CultureInfo.InvariantCulture, $"{address}: the statement took longer than {seconds} s"), trouble);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SentAsync(string query, string statement, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(address.Server, $"/?{query}")) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(statement)) };
        request.Headers.TryAddWithoutValidation("X-ClickHouse-User", address.User);
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password) request.Headers.TryAddWithoutValidation("X-ClickHouse-Key", password);
        try
        {
            HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (response.IsSuccessStatusCode) return response;
            using (response) throw Refused(response, await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            throw Lost(lost);
        }
    }

    // A statement of the same name takes the place of the one that runs. When the server cannot be asked any more, nothing runs there for us either.
    private async Task StopAsync(string id)
    {
        using CancellationTokenSource soon = new(Grace);
        try
        {
            using HttpResponseMessage stopped = await SentAsync($"query_id={Uri.EscapeDataString(id)}&replace_running_query=1", "SELECT 1", soon.Token).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is ClickHouseException or OperationCanceledException)
        {
            // What the caller waits for is that the run has stopped.
        }
    }

    private ClickHouseException Lost(Exception lost) => new($"{address}: the server cannot be reached or is lost: {lost.Message}", lost);

    private ClickHouseException Refused(HttpResponseMessage response, string text)
    {
        string told = text.Trim();
        if (told.Length > MostTold) told = $"{told[..MostTold]}…";
        string number = told.StartsWith("Code: ", StringComparison.Ordinal) ? told[6..].Split(',', '.')[0] : string.Empty;
        int code = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : 0;
        return new ClickHouseException(told.Length == 0 ? $"{address}: the server answers with status {(int)response.StatusCode}" : $"{address}: {told}", code);
    }
}
