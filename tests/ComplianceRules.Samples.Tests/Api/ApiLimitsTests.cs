using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ComplianceRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ComplianceRules.Samples.Tests.Api;

public sealed class ApiLimitsTests
{
    [Theory]
    [InlineData("/schools/evaluate", "school.json")]
    [InlineData("/snapshots/evaluate", "snapshot.json")]
    public async Task A_request_that_takes_too_long_is_504_and_its_evaluation_is_stopped(string path, string example)
    {
        using ApiHost host = new(new() { ["Api:Timeout"] = "00:00:00.300" }, services => services.Replace(ServiceDescriptor.Singleton<IComplianceEvaluator, WaitingEvaluator>()));
        WaitingEvaluator evaluator = (WaitingEvaluator)host.Services.GetRequiredService<IComplianceEvaluator>();
        // On a slow machine the time may be over before the evaluation begins.
        for (int tries = 0; tries < 10 && !evaluator.IsStopped; tries++)
        {
            using HttpResponseMessage answer = await host.PostAsync(path, ApiHost.Example(example));
            Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.StartsWith("the evaluation took longer", (await ApiHost.JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.True(evaluator.IsStopped);
    }

    [Theory]
    [InlineData("/schools/evaluate", 408)]
    [InlineData("/snapshots/evaluate", 504)]
    public async Task A_body_that_never_ends_is_not_waited_for(string path, int status)
    {
        using ApiHost host = new(new() { ["Api:Timeout"] = "00:00:00.300" });
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"));
        using StreamReader answer = new(client.GetStream());
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        Assert.StartsWith($"HTTP/1.1 {status} ", await answer.ReadLineAsync(patience.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_when_nobody_may_wait_any_more_is_sent_away_with_429()
    {
        using ApiHost host = new(new() { ["Api:AtOnce"] = "1", ["Api:Waiting"] = "0" });
        using RunningRequests running = new(host);
        using StalledContent body = new(ApiHost.Example("school.json"));
        Task<HttpResponseMessage> first = host.Client.PostAsync("/schools/evaluate", body);
        // Who asked before the service has let the first one in would take its place, and the first would be sent away.
        await Waiting.UntilAsync(() => running.Count == 1);
        using HttpResponseMessage away = await host.PostAsync("/snapshots/evaluate", ApiHost.Example("snapshot.json"));
        Assert.Equal((HttpStatusCode)429, away.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), away.Headers.RetryAfter?.Delta);
        Assert.Equal(429, (await ApiHost.JsonAsync(away)).GetProperty("status").GetInt32());
        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health"));
        body.Go();
        using HttpResponseMessage served = await first;
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        // An answer is there a moment before its place is free.
        await Waiting.UntilAsync(() => running.Count == 0);
        Assert.Equal(HttpStatusCode.OK, await Second(host));
    }

    [Fact]
    public async Task Who_waits_is_served_when_it_is_their_turn()
    {
        using ApiHost host = new(new() { ["Api:AtOnce"] = "1", ["Api:Waiting"] = "1000" });
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Second(host)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    [Theory]
    [InlineData("Api:Timeout", "00:00:00")]
    [InlineData("Api:AtOnce", "0")]
    [InlineData("Api:MostBytesOfASchool", "0")]
    [InlineData("Api:Packs", "nowhere")]
    public void A_setting_that_cannot_be_keeps_it_from_starting(string name, string value) =>
        Assert.ThrowsAny<Exception>(() => new ApiHost(new() { [name] = value }).Dispose());

    [Fact]
    public async Task A_fault_of_the_program_is_500_without_a_word_of_it_and_is_logged()
    {
        using ApiHost host = new([], services => services.Replace(ServiceDescriptor.Singleton<IOptions<ApiSample.ApiOptions>>(_ => throw new InvalidOperationException("a secret of the program"))));
        using HttpResponseMessage answer = await host.PostAsync("/schools/evaluate", ApiHost.Example("school.json"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        JsonElement problem = await ApiHost.JsonAsync(answer);
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("traceId", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("a secret of the program", host.Log, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Second(ApiHost host)
    {
        using HttpResponseMessage answer = await host.PostAsync("/schools/evaluate", ApiHost.Example("school.json"));
        return answer.StatusCode;
    }
}
