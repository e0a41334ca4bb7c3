using DatabaseSample;

namespace ComplianceRules.Samples.Tests.Database;

public sealed class SqliteTests : DatabaseContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<DatabaseAt> OpenAsync() => Task.FromResult(new DatabaseAt(DatabaseProvider.Sqlite, $"Data Source={_folder.At("schools.db")};Pooling=False"));
}
