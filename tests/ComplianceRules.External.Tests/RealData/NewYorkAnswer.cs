using System.Text.Json;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>What the tool says of the whole file as of the first year of the law; asked once for all tests.</summary>
public sealed class NewYorkAnswer : IAsyncLifetime
{
    /// <summary>The tool's JSON.</summary>
    public JsonElement Json { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync() => Json = await NewYorkData.Judge("2023-10-01");

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;
}
