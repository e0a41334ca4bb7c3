using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ComplianceRules.Sql;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Sql.ClickHouse;

/// <summary>One server of ClickHouse with its files in a folder, on loopback alone.</summary>
/// <param name="folder">The folder.</param>
internal sealed class ClickHouseNode(string folder) : IDisposable
{
    private static readonly string[] Programs = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"];

    private readonly int _http = FreePort();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private Process? _process;

    /// <summary>The port by which servers ask each other.</summary>
    public int Port { get; } = FreePort();

    public ClickHouseAddress Address(string database, string user = "default") => ClickHouseAddress.Parse($"http://{user}@127.0.0.1:{_http}/{Uri.EscapeDataString(database)}");

    /// <summary>Starts the server with the files of <c>deploy/clickhouse</c>, and waits until it answers.</summary>
    /// <param name="shards">The ports of all servers.</param>
    /// <param name="passwordHash">The hash of the reader's password.</param>
    public async Task StartAsync(IReadOnlyList<int> shards, string passwordHash)
    {
        Write();
        string[] server = [Programs.FirstOrDefault(File.Exists) ?? "clickhouse-server", $"--config-file={folder}/config.xml"];

        // The server refuses files that are another user's; its package makes the user.
        string[] program = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=clickhouse", "--regid=clickhouse", "--clear-groups", "--", .. server] : server;
        if (Environment.IsPrivilegedProcess)
        {
            ExternalProcess owned = await ExternalProcess.Run(folder, string.Empty, new Dictionary<string, string>(), "chown", "-R", "clickhouse", folder);
            Assert.True(owned.ExitCode == 0, owned.Error);
        }

        ProcessStartInfo start = new(program[0], program[1..]) { WorkingDirectory = folder };
        start.Environment["READER_PASSWORD_SHA256"] = passwordHash;
        for (int i = 0; i < shards.Count; i++)
        {
            start.Environment[$"SHARD_{i + 1}_HOST"] = "127.0.0.1";
            start.Environment[$"SHARD_{i + 1}_PORT"] = $"{shards[i]}";
        }

        _process = Process.Start(start)!;
        await AnswersAsync();
    }

    /// <summary>Ends the server at once, whatever it does.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Runs a statement, and gives what it answers.</summary>
    /// <param name="sql">The statement.</param>
    public async Task<string> RunAsync(string sql)
    {
        using StringContent content = new(sql);
        using HttpResponseMessage response = await _client.PostAsync(new Uri($"http://127.0.0.1:{_http}/?wait_end_of_query=1"), content);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{sql}: {text}");
        return text.TrimEnd();
    }

    /// <summary>Runs the statements of a script, which end with a line of their own.</summary>
    /// <param name="name">The script in <c>deploy/clickhouse</c>.</param>
    public async Task RunScriptAsync(string name)
    {
        foreach (string statement in (await File.ReadAllTextAsync(RepositoryRoot.Combine($"deploy/clickhouse/{name}"))).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) await RunAsync(statement);
    }

    public void Dispose()
    {
        Kill();
        _client.Dispose();
    }

    private void Write()
    {
        foreach (string part in (string[])["config.d/cluster.xml", "users.d/reader.xml"])
        {
            string to = Path.Combine(folder, part);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(RepositoryRoot.Combine($"deploy/clickhouse/{part}"), to, overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder, "config.xml"), $"""
            <yandex>
              <logger><level>error</level><log>{folder}/log</log><errorlog>{folder}/errors</errorlog></logger>
              <http_port>{_http}</http_port><tcp_port>{Port}</tcp_port><listen_host>127.0.0.1</listen_host><timezone>Asia/Shanghai</timezone>
              <path>{folder}/data/</path><tmp_path>{folder}/tmp/</tmp_path><users_config>users.xml</users_config>
              <default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>67108864</mark_cache_size>
            </yandex>
            """);
        File.WriteAllText(Path.Combine(folder, "users.xml"), """
            <yandex>
              <profiles><default><insert_distributed_sync>1</insert_distributed_sync><allow_experimental_low_cardinality_type>1</allow_experimental_low_cardinality_type></default><strict><readonly>1</readonly></strict></profiles>
              <quotas><default></default></quotas>
              <users>
                <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
                <strict><password></password><networks><ip>127.0.0.1</ip></networks><profile>strict</profile><quota>default</quota></strict>
              </users>
            </yandex>
            """);
    }

    private async Task AnswersAsync()
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                await RunAsync("SELECT 1");
                return;
            }
            catch (HttpRequestException) when (tries < 300 && _process is { HasExited: false })
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
