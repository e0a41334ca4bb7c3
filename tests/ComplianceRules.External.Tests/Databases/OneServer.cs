using ComplianceRules.Samples.Tests.Database;

namespace ComplianceRules.External.Tests.Databases;

/// <summary>The tests that share one server.</summary>
[CollectionDefinition(Name)]
public sealed class OneServer : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
