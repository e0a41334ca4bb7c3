using System.Globalization;
using ComplianceRules.Findings;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ComplianceRules.Tests.Sql;

/// <summary>SQLite says of every row what the engine says; <c>SQL_PAIRS</c> in the environment asks for more packs, <c>SQL_FROM</c> for others.</summary>
public sealed class SqlPairTests(ITestOutputHelper output)
{
    private const int Few = 60;

    [Fact]
    public void Sqlite_says_of_every_row_what_the_engine_says()
    {
        SqlPairRun run = new((schema, json, dice) =>
        {
            SqliteConnection connection = new("Data Source=:memory:");
            connection.Open();
            return MadeDatabase.Of(schema, json, connection, new MadeSqliteCells(dice.OneIn(3) ? dice : null));
        });
        run.Hold(Asked("SQL_FROM", 1), Asked("SQL_PAIRS", Few));
        output.WriteLine(run.ToString());
        Assert.True(run.Faults.Count == 0, string.Join("\n\n", run.Faults));
        Assert.All([Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable], v => Assert.True(run.Seen[v] > 0, $"{v}"));
        Assert.True(run.Reduced.Of > 20, $"{run.Reduced}");
        Assert.True(run.Measured.Of > 10 * run.Measured.Without, $"{run.Measured}");
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
