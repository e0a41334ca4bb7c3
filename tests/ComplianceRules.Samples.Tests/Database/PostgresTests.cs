using DatabaseSample;

namespace ComplianceRules.Samples.Tests.Database;

[Trait("Needs", "PostgreSQL")]
public sealed class PostgresTests(PostgresServer server) : DatabaseContract, IClassFixture<PostgresServer>
{
    private static int _databases;

    protected override Task<DatabaseAt> OpenAsync() => Task.FromResult(new DatabaseAt(DatabaseProvider.Postgres, server.Connection($"schools_{Interlocked.Increment(ref _databases)}")));
}
