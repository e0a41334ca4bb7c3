using ComplianceRules.External.Tests.Sql;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Sql;
using Npgsql;
using Xunit.Abstractions;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>A coordinator, and its nodes judged as one, say of every row what the engine says.</summary>
[Collection(OneCluster.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class ClusterPairTests(PostgresCluster cluster, ITestOutputHelper output)
{
    [Fact]
    public async Task A_coordinator_and_its_nodes_say_of_every_row_what_the_engine_says()
    {
        SharedOut shares = new(await ClusterDatabase.MakeAsync(cluster));
        SqlPairRun run = new((facts, json, dice) =>
        {
            NpgsqlConnection coordinator = shares.Empty();
            return shares.Share(coordinator, MadeDatabase.Of(facts, json, coordinator, new MadePostgreSqlCells(dice)));
        });
        run.Hold(PostgreSqlPairTests.Asked("SQL_FROM", 1), PostgreSqlPairTests.Asked("SQL_PAIRS", 6));
        output.WriteLine(run.ToString());
        Assert.True(run.Faults.Count == 0, string.Join("\n\n", run.Faults));
        Assert.All([Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable], v => Assert.True(run.Seen[v] > 0, $"{v}"));
    }
}
