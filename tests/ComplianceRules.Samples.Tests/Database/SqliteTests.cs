using DatabaseSample;

namespace ComplianceRules.Samples.Tests.Database;

public sealed class SqliteTests : DatabaseContract
{
    private readonly TempFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<DatabaseAt> OpenAsync() => Task.FromResult(new DatabaseAt(DatabaseProvider.Sqlite, $"Data Source={_folder.At("schools.db")};Pooling=False"));
}
