using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ApiSample;
using ComplianceRules.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplianceRules.Samples.Tests.Api;

/// <summary>The service on a real server at a free port of this machine, as in production.</summary>
public class ApiHost : WebApplicationFactory<ApiOptions>
{
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly CollectedLog _log = new();

    /// <summary>The service as it is delivered, by the small packs.</summary>
    public ApiHost()
        : this([])
    {
    }

    /// <summary>The service with other settings.</summary>
    internal ApiHost(Dictionary<string, string> settings, Action<IServiceCollection>? services = null)
    {
        _settings = settings;
        _services = services;
        UseKestrel();
        StartServer();
        Client = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>Sends requests to it as any client does; those that the factory makes keep a whole body in memory before they send it.</summary>
    public HttpClient Client { get; }

    /// <summary>What it logged.</summary>
    public string Log => _log.Text;

    /// <summary>Posts a text.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string body, string contentType = "application/json", string language = "en")
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return Client.SendAsync(request);
    }

    /// <summary>The JSON of an answer.</summary>
    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>An example of the sample.</summary>
    internal static string Example(string file) => File.ReadAllText(RepositoryRoot.Combine($"samples/api/Examples/{file}"));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Client?.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Api:Packs", SmallPacks.Path);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        foreach ((string name, string value) in _settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log));
        if (_services is not null) builder.ConfigureTestServices(_services);
    }
}
