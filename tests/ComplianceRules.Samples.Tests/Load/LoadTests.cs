using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ComplianceRules.Samples.Tests.Api;
using ComplianceRules.Tests;
using Xunit.Abstractions;

namespace ComplianceRules.Samples.Tests.Load;

/// <summary>Many requests at once while packs are reloaded; the figures go to <c>artifacts/samples-load.txt</c>.</summary>
/// <remarks><c>SAMPLES_LOAD_REQUESTS=100000</c> makes it a long run, <c>SAMPLES_LOAD_PACKS=rulepacks</c> takes other packs than the small ones.</remarks>
public sealed class LoadTests(ITestOutputHelper output) : IDisposable
{
    private const int Senders = 16;
    private const int BadEvery = 50;
    private const int Looks = 10;
    private const long MayGrow = 128L << 20;
    private const string Bad = """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "enrolment": 1e300 }] }""";

    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("SAMPLES_LOAD_REQUESTS") ?? "1500", CultureInfo.InvariantCulture);
    private static readonly string Packs = Environment.GetEnvironmentVariable("SAMPLES_LOAD_PACKS") is { } folder ? RepositoryRoot.Combine(folder) : SmallPacks.Path;

    private readonly TempFolder _folder = new();
    private readonly ConcurrentDictionary<int, int> _wrong = [];
    private readonly ConcurrentDictionary<string, int> _versions = [];
    private readonly long[] _memory = new long[Looks];
    private int _sent;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_request_fails_while_packs_are_reloaded_but_those_that_are_wrong_themselves()
    {
        string packs = _folder.WithPacks(Packs);
        using RunningApi api = await RunningApi.StartAsync($"--Api:Packs={packs}", "--Api:AllowReload=true");
        long[] ticks = new long[Requests];
        string good = ApiHost.Example("school.json");
        await SendAsync(api.Client, good, 200);
        using CancellationTokenSource end = new();
        Task<int> reloading = ReloadAsync(api.Client, Path.Combine(packs, "cn-370322", "pack.json"), end.Token);
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendManyAsync(api, good, ticks)));
        watch.Stop();
        await end.CancelAsync();
        int reloads = await reloading;
        Array.Sort(ticks);
        Tell(watch.Elapsed, ticks, reloads);
        Assert.Empty(_wrong);
        Assert.True(reloads > 0);
        Assert.True(_versions.Count > 1, "one version of the packs judged all");
        Assert.True(_memory[(Looks / 2)..].Max() < _memory[..(Looks / 2)].Max() + MayGrow, $"the working set grew: {string.Join(' ', _memory)}");
    }

    private async Task SendManyAsync(RunningApi api, string good, long[] ticks)
    {
        for (int number = Interlocked.Increment(ref _sent) - 1; number < Requests; number = Interlocked.Increment(ref _sent) - 1)
        {
            bool isBad = number % BadEvery == BadEvery - 1;
            long begun = Stopwatch.GetTimestamp();
            await SendAsync(api.Client, isBad ? Bad : good, isBad ? 400 : 200);
            ticks[number] = Stopwatch.GetTimestamp() - begun;
            (long tenth, long rest) = Math.DivRem((number + 1L) * Looks, Requests);
            if (rest < Looks) _memory[tenth - 1] = api.WorkingSet;
        }
    }

    private async Task SendAsync(HttpClient client, string body, int expected)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync("/schools/evaluate", content);
        JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        int status = (int)answer.StatusCode;
        if (status != expected) _wrong.AddOrUpdate(status, 1, (_, count) => count + 1);
        if (status != 200) return;
        string version = json.GetProperty("packs").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "cn-370322").GetProperty("version").GetString()!;
        _versions.AddOrUpdate(version, 1, (_, count) => count + 1);
    }

    private async Task<int> ReloadAsync(HttpClient client, string pack, CancellationToken end)
    {
        string text = await File.ReadAllTextAsync(pack, CancellationToken.None);
        string version = JsonDocument.Parse(text).RootElement.GetProperty("version").GetString()!;
        int reloads = 0;
        while (!end.IsCancellationRequested)
        {
            string edited = text.Replace($"\"version\": \"{version}\"", $"\"version\": \"2027.1.{reloads + 1}\"", StringComparison.Ordinal);
            Assert.NotEqual(text, edited);
            await File.WriteAllTextAsync(pack, edited, CancellationToken.None);
            using HttpResponseMessage answer = await client.PostAsync("/packs/reload", null, CancellationToken.None);
            if (answer.IsSuccessStatusCode) reloads++;
            else _wrong.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
            await Task.Delay(100, CancellationToken.None);
        }

        return reloads;
    }

    private void Tell(TimeSpan elapsed, long[] ticks, int reloads)
    {
        string told = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Requests} requests in {elapsed.TotalSeconds:0.0} s by {Senders} senders: {Requests / elapsed.TotalSeconds:0} a second, p50 {Milliseconds(ticks, 0.5):0.0} ms, p99 {Milliseconds(ticks, 0.99):0.0} ms, most {Milliseconds(ticks, 1):0.0} ms
            {reloads} reloads, {_versions.Count} versions of the packs judged
            {Requests / BadEvery} bad requests, 400 as they should be; answers that should have been others: {(_wrong.IsEmpty ? "none" : string.Join(", ", _wrong.Select(w => $"{w.Value} times {w.Key}")))}
            working set after each tenth of the requests: {string.Join(", ", _memory.Select(m => m >> 20))} MiB

            """);
        output.WriteLine(told);
        string file = RepositoryRoot.Combine("artifacts/samples-load.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, told);
    }

    private static double Milliseconds(long[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)] * 1000d / Stopwatch.Frequency;
}
