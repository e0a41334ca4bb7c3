using System.Security.Cryptography;
using System.Text;
using ComplianceRules.Samples.Tests;

namespace ComplianceRules.External.Tests.Sql.ClickHouse;

/// <summary>Two servers, each of them one shard of a cluster, gone after the tests.</summary>
public sealed class ClickHouseServers : IAsyncLifetime, IDisposable
{
    public const string Password = "geheim-7";

    private readonly TempFolder _folder = new();
    private readonly ClickHouseNode[] _nodes;

    public ClickHouseServers()
    {
        Directory.CreateDirectory(_folder.At("1"));
        Directory.CreateDirectory(_folder.At("2"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        _nodes = [new ClickHouseNode(_folder.At("1")), new ClickHouseNode(_folder.At("2"))];
    }

    internal ClickHouseNode First => _nodes[0];

    internal ClickHouseNode Second => _nodes[1];

    public async Task InitializeAsync() => await Task.WhenAll(_nodes.Select(StartAsync));

    public Task DisposeAsync()
    {
        foreach (ClickHouseNode node in _nodes) node.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();

    internal Task StartAsync(ClickHouseNode node) => node.StartAsync([.. _nodes.Select(n => n.Port)], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Password))));
}
