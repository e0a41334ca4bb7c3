using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Sql;

/// <summary>The sample county in a database.</summary>
public sealed class SampleCountySqlTests
{
    [Fact]
    public void The_database_says_of_every_row_by_every_rule_that_ships_what_the_engine_says()
    {
        Catalogue packs = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value).Value;
        Snapshot county = new SpreadsheetSnapshotSource(RepositoryRoot.Combine("samples/county/csv"), "csv").Read(packs.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using MadeDatabase database = MadeDatabase.Of(packs.Schema, SnapshotDocument.Of(county).ToString(), connection, new MadeSqliteCells(null));
        SqlPair pair = new(packs, county.Date!.Value);
        string? fault = pair.Fault(database);
        Assert.True(fault is null, fault);
        Assert.All([Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable], v => Assert.True(pair.Seen[v] > 100, $"{v}: {pair.Seen[v]}"));
        Assert.True(pair.Reduced.Of > 20 && pair.Reduced.Without < 5, $"{pair.Reduced}");
        Assert.True(pair.Measured.Of > 500 && pair.Count.Doubtful == 0, $"{pair.Measured}, {pair.Count}");
    }
}
