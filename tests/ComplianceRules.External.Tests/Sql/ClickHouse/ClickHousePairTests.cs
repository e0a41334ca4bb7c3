using System.Globalization;
using ComplianceRules.Findings;
using ComplianceRules.Sql.ClickHouse;
using ComplianceRules.Tests.Sql;
using Xunit.Abstractions;

namespace ComplianceRules.External.Tests.Sql.ClickHouse;

/// <summary>ClickHouse says of every row what the engine says; <c>SQL_PAIRS</c> in the environment asks for more packs, <c>SQL_FROM</c> for others.</summary>
[Collection(TwoShards.Name)]
[Trait("Needs", "ClickHouse")]
public sealed class ClickHousePairTests(ClickHouseServers servers, ITestOutputHelper output)
{
    private const int Few = 4;

    [Fact]
    public void Clickhouse_says_of_every_row_what_the_engine_says() => Hold(1, "ones", 1);

    [Fact]
    public void Two_shards_say_of_every_row_what_the_engine_says() => Hold(2, "twos", 1 + Few);

    private void Hold(int shards, string databases, int first)
    {
        int made = 0;
        SqlPairRun run = new((facts, json, dice) =>
        {
            string all = $"{databases}_{++made}";
            string local = $"{all}_local";
            Run(servers.First, $"CREATE DATABASE {all}");
            if (shards == 2) Run(servers.First, $"CREATE DATABASE {local}");
            if (shards == 2) Run(servers.Second, $"CREATE DATABASE {local}");
            ClickHouseConnection connection = new(servers.First.Address(all)) { IsReadOnly = false };
            connection.Open();
            MadeDatabase filled = MadeDatabase.Of(facts, json, connection, new MadeClickHouseCells(dice, shards == 2 ? (table, columns) => OnTwo(local, table, columns) : OnOne));
            connection.Server.OnlyReadAsync(CancellationToken.None).GetAwaiter().GetResult();
            return filled;
        });
        run.Hold(Asked("SQL_FROM", first), Asked("SQL_PAIRS", Few));
        output.WriteLine(run.ToString());
        Assert.True(run.Faults.Count == 0, string.Join("\n\n", run.Faults));
        Assert.All([Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable], v => Assert.True(run.Seen[v] > 0, $"{v}"));
        Assert.True(run.Measured.Of > 10 * run.Measured.Without, $"{run.Measured}");
    }

    private static string[] OnOne(string table, string columns) => [$"CREATE TABLE {table} ({columns}) ENGINE = Memory"];

    private string[] OnTwo(string local, string table, string columns)
    {
        string create = $"CREATE TABLE {local}.{table} ({columns}) ENGINE = Memory";
        Run(servers.Second, create);
        string key = table == "school" ? "cityHash64(id)" : columns.Contains("`school` String", StringComparison.Ordinal) ? "cityHash64(school)" : "0";
        return [create, $"CREATE TABLE {table} AS {local}.{table} ENGINE = Distributed(schools, {local}, {table}, {key})"];
    }

    private static void Run(ClickHouseNode node, string sql) => node.RunAsync(sql).GetAwaiter().GetResult();

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
