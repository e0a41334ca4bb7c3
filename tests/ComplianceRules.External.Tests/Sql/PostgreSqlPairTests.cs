using System.Globalization;
using ComplianceRules.External.Tests.Databases;
using ComplianceRules.Findings;
using ComplianceRules.Samples.Tests.Database;
using ComplianceRules.Tests.Sql;
using Npgsql;
using Xunit.Abstractions;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>PostgreSQL says of every row what the engine says; <c>SQL_PAIRS</c> in the environment asks for more packs, <c>SQL_FROM</c> for others.</summary>
[Collection(OneServer.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlPairTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Few = 20;

    [Fact]
    public void Postgresql_says_of_every_row_what_the_engine_says()
    {
        using ServerSchema schema = new(server);
        SqlPairRun run = new((facts, json, dice) =>
        {
            NpgsqlConnection connection = new(server.Connection("postgres"));
            connection.Open();
            using (NpgsqlCommand command = new($"DROP SCHEMA {schema.Name} CASCADE; CREATE SCHEMA {schema.Name}; SET search_path = {schema.Name}", connection)) command.ExecuteNonQuery();
            return MadeDatabase.Of(facts, json, connection, new MadePostgreSqlCells(dice));
        });
        run.Hold(Asked("SQL_FROM", 1), Asked("SQL_PAIRS", Few));
        output.WriteLine(run.ToString());
        Assert.True(run.Faults.Count == 0, string.Join("\n\n", run.Faults));
        Assert.All([Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable], v => Assert.True(run.Seen[v] > 0, $"{v}"));
        Assert.True(run.Measured.Of > 10 * run.Measured.Without, $"{run.Measured}");
    }

    internal static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
