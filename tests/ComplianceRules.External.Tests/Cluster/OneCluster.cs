namespace ComplianceRules.External.Tests.Cluster;

/// <summary>The tests that share a coordinator and two nodes.</summary>
[CollectionDefinition(Name)]
public sealed class OneCluster : ICollectionFixture<PostgresCluster>
{
    public const string Name = "PostgreSQL on two nodes";
}
