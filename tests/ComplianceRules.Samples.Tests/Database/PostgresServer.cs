using System.Diagnostics;
using ComplianceRules.External.Tests;

namespace ComplianceRules.Samples.Tests.Database;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a socket in that folder alone and gone after the tests.</summary>
/// <remarks>The server refuses to run as root; then it runs as <c>postgres</c>, the user that the package makes.</remarks>
public sealed class PostgresServer : IAsyncLifetime, IDisposable
{
    private const string User = "postgres";

    private readonly TempFolder _folder = new();

    private string Data => _folder.At("data");

    /// <summary>How one of its databases is reached.</summary>
    public string Connection(string database) => $"Host={_folder.Path};Username={User};Database={database};Pooling=false";

    public async Task InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", User, _folder.Path);
        await AsServerAsync("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await AsServerAsync("pg_ctl", "start", "-w", "-D", Data, "-l", _folder.At("log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder.Path}' -c fsync=off");
    }

    public Task DisposeAsync() => AsServerAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);

    public void Dispose() => _folder.Dispose();

    private static async Task RunAsync(params string[] program)
    {
        ExternalProcess ended = await ExternalProcess.Run(Path.GetTempPath(), string.Empty, new Dictionary<string, string>(), program);
        Assert.True(ended.ExitCode == 0, $"{string.Join(' ', program)}: {ended.Output}{ended.Error}");
    }

    // Debian keeps the programs of each version in a folder of its own; elsewhere they are on the path.
    private static string ProgramOf(string name)
    {
        DirectoryInfo versions = new("/usr/lib/postgresql");
        string? newest = versions.Exists ? versions.EnumerateDirectories().Where(v => int.TryParse(v.Name, out _)).MaxBy(v => int.Parse(v.Name, System.Globalization.CultureInfo.InvariantCulture))?.FullName : null;
        return newest is null ? name : Path.Combine(newest, "bin", name);
    }

    private static Task AsServerAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? RunAsync(["runuser", "-u", User, "--", ProgramOf(program), .. arguments]) : RunAsync([ProgramOf(program), .. arguments]);
}
