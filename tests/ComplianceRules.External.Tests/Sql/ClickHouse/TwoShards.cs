namespace ComplianceRules.External.Tests.Sql.ClickHouse;

/// <summary>The tests that share the servers.</summary>
[CollectionDefinition(Name)]
public sealed class TwoShards : ICollectionFixture<ClickHouseServers>
{
    public const string Name = "ClickHouse";
}
