using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>A driver and its native parts cost nothing where no database is named.</summary>
public sealed class DriverLoadingTests
{
    [Fact]
    public void A_file_is_judged_without_a_driver() => Assert.Empty(Loaded(Tool.Gaoqing));

    [Fact]
    public void A_database_file_loads_its_driver_and_no_other() =>
        Assert.Equal(["Microsoft.Data.Sqlite", "SQLitePCLRaw.batteries_v2", "SQLitePCLRaw.core", "SQLitePCLRaw.provider.e_sqlite3"], Loaded($"sqlite:{RepositoryRoot.Combine("samples/gaoqing/snapshot.db")}"));

    [Fact]
    public void A_server_loads_its_driver_and_no_other() => Assert.Equal(["Npgsql"], Loaded("postgresql://anna@127.0.0.1:1/facts"));

    private static string[] Loaded(string data)
    {
        using TempFolder folder = new();
        return LoadedDrivers.Of("evaluate", data, "--packs", Tool.Packs, "--quiet", "--out", Path.Combine(folder.Path, "report.txt"));
    }
}
