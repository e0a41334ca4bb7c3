using ComplianceRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkerSample;

namespace ComplianceRules.Samples.Tests.Worker;

/// <summary>The worker in this process, which looks often.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly CollectedLog _log = new();

    private RunningWorker(TempFolder folder, string packs, string? asOf)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(
        [
            $"--Folders:Root={folder.At("work")}", $"--Folders:Packs={packs}", "--Folders:Settles=00:00:00.050", "--Folders:LooksEvery=00:00:00.020", "--Folders:MostBytes=1000000", .. asOf is null ? Array.Empty<string>() : [$"--Folders:AsOf={asOf}"],
        ]);
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.AddFolderWorker();
        _host = builder.Build();
    }

    public string Log => _log.Text;

    public IRulePackMonitor Monitor => _host.Services.GetRequiredService<IRulePackMonitor>();

    public static async Task<RunningWorker> StartAsync(TempFolder folder, string packs, string? asOf = null)
    {
        RunningWorker worker = new(folder, packs, asOf);
        await worker._host.StartAsync();
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
