using System.Diagnostics;
using System.Globalization;
using ComplianceRules.Samples.Tests;
using ComplianceRules.Samples.Tests.Database;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>Three PostgreSQL servers in a temporary folder, each reached by a socket of its own: a coordinator and two nodes.</summary>
public sealed class PostgresCluster : IAsyncLifetime, IDisposable
{
    public const int Nodes = 2;

    private const string Coordinator = "coordinator";

    private readonly TempFolder _folder = new();

    /// <summary>How a database is reached: that of a node, or of the coordinator.</summary>
    public string Connection(string database, int? node = null, string user = PostgresPrograms.User) => $"Host={Folder(NameOf(node))};Username={user};Database={database};Pooling=false";

    /// <summary>The folder of a node's socket.</summary>
    internal string Socket(int node) => Folder(NameOf(node));

    public async Task InitializeAsync()
    {
        await PostgresPrograms.HandOverAsync(_folder.Path);
        string first = _folder.At("data");
        await PostgresPrograms.AsServerAsync("initdb", "-D", first, "-U", PostgresPrograms.User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await Task.WhenAll(All.Select(async server =>
        {
            await PostgresPrograms.AsServerAsync("mkdir", Folder(server));
            await PostgresPrograms.AsServerAsync("cp", "-r", first, Data(server));
            await StartAsync(server);
        }));
    }

    public Task DisposeAsync() => Task.WhenAll(All.Select(s => PostgresPrograms.AsServerAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data(s))));

    public void Dispose() => _folder.Dispose();

    /// <summary>Ends a node as a power cut does, by its process and no name.</summary>
    internal void Kill(int node)
    {
        string first = File.ReadLines(Path.Combine(Data(NameOf(node)), "postmaster.pid")).First();
        using Process server = Process.GetProcessById(int.Parse(first, CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    /// <summary>Starts a node again that was ended.</summary>
    internal Task StartAsync(int node) => StartAsync(NameOf(node));

    /// <summary>Runs a script of deploy/postgresql as people do.</summary>
    internal Task ScriptAsync(string database, int? node, string script, params (string Name, string Value)[] variables) => PostgresPrograms.RunAsync(
    [
        PostgresPrograms.ProgramOf("psql"), "-q", "-X", "-h", Folder(NameOf(node)), "-U", PostgresPrograms.User, "-d", database, "-v", "ON_ERROR_STOP=1",
        .. variables.SelectMany(v => (string[])["-v", $"{v.Name}={v.Value}"]), "-f", ComplianceRules.Tests.RepositoryRoot.Combine($"deploy/postgresql/{script}"),
    ]);

    private static IEnumerable<string> All => Enumerable.Range(0, Nodes).Select(n => NameOf(n)).Append(Coordinator);

    private static string NameOf(int? node) => node is { } number ? string.Create(CultureInfo.InvariantCulture, $"node{number}") : Coordinator;

    private string Folder(string server) => _folder.At(server);

    private string Data(string server) => Path.Combine(Folder(server), "data");

    private Task StartAsync(string server) =>
        PostgresPrograms.AsServerAsync("pg_ctl", "start", "-w", "-D", Data(server), "-l", Path.Combine(Folder(server), "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{Folder(server)}' -c fsync=off");
}
