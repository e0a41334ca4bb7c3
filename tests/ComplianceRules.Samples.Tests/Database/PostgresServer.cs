namespace ComplianceRules.Samples.Tests.Database;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a socket in that folder alone and gone after the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.At("data");

    /// <summary>How one of its databases is reached.</summary>
    public string Connection(string database) => $"Host={_folder.Path};Username={PostgresPrograms.User};Database={database};Pooling=false";

    public async Task InitializeAsync()
    {
        await PostgresPrograms.HandOverAsync(_folder.Path);
        await PostgresPrograms.AsServerAsync("initdb", "-D", Data, "-U", PostgresPrograms.User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await PostgresPrograms.AsServerAsync("pg_ctl", "start", "-w", "-D", Data, "-l", _folder.At("log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder.Path}' -c fsync=off");
    }

    public Task DisposeAsync() => PostgresPrograms.AsServerAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);

    public void Dispose() => _folder.Dispose();
}
