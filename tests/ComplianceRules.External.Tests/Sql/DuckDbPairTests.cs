using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.External.Tests.Sql.DuckDb;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;
using ComplianceRules.Tests.Sql;
using Xunit.Abstractions;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>DuckDB says of every row what the engine says; <c>SQL_PAIRS</c> in the environment asks for more packs, <c>SQL_FROM</c> for others.</summary>
public sealed class DuckDbPairTests(ITestOutputHelper output)
{
    private const int Few = 6;

    [Fact]
    public void Duckdb_says_of_every_row_what_the_engine_says()
    {
        SqlPairRun run = new((facts, json, dice) => MadeDatabase.Of(facts, json, new DuckDbConnection(null), new MadeDuckDbCells(dice)));
        run.Hold(Asked("SQL_FROM", 1), Asked("SQL_PAIRS", Few));
        output.WriteLine(run.ToString());
        Assert.True(run.Faults.Count == 0, string.Join("\n\n", run.Faults));
        Assert.All([Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable], v => Assert.True(run.Seen[v] > 0, $"{v}"));
        Assert.True(run.Measured.Of > 10 * run.Measured.Without, $"{run.Measured}");
    }

    [Fact]
    public async Task A_number_far_beyond_its_range_is_not_known_and_no_error()
    {
        string facts = """{ "class": { "fields": { "fine": { "type": "number", "unit": "1", "range": [0, 100], "step": 0.0001 } } } }""";
        using TempPacks folder = TempPacks.One(PackText.Pack("p", facts: facts, rules: $"[{PackText.Rule("r", "\"require\": \"fine < 50\"")}]"));
        Catalogue packs = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
        using DuckDbConnection connection = new(null);
        foreach (string type in (string[])["DOUBLE", "DECIMAL(38,4)"])
        {
            Run(connection, $"CREATE OR REPLACE TABLE school AS SELECT 's' AS id, 'CN' AS region; CREATE OR REPLACE TABLE class AS SELECT 's' AS school, id, fine::{type} AS fine FROM (VALUES ('1', 3.5), ('2', 1e15), ('3', 1e20), ('4', 60)) AS c(id, fine)");
            SqlCounts counts = (await SqlPlan.For(packs, Judged.Day, SqlDialect.DuckDb).CountAsync(connection)).Value;
            Assert.Equal(new VerdictCounts(1, 1, 2, 0, 0), counts.Of("p/r"));
        }
    }

    private static void Run(DuckDbConnection connection, string statements)
    {
        foreach (string statement in statements.Split("; "))
        {
            using System.Data.Common.DbCommand command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
