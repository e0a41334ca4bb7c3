using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Sql;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>New York City's class sizes in a database.</summary>
public sealed class NewYorkSqlTests
{
    private static readonly DateOnly Day = new(2024, 10, 1);

    [Fact]
    public void The_database_says_of_every_class_what_the_engine_says()
    {
        Catalogue packs = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        SnapshotMapping mapping = SnapshotMapping.Read(new SourceFile("mapping.json", File.ReadAllBytes(RepositoryRoot.Combine("samples/nyc/mapping.json"))), packs.Schema).Value;
        Snapshot city = new SpreadsheetSnapshotSource(NewYorkData.File, "nyc.csv", mapping).Read(packs.Schema, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None).Value;
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using MadeDatabase database = MadeDatabase.Of(packs.Schema, SnapshotDocument.Of(city).ToString(), connection, new MadeSqliteCells(null));
        SqlPair pair = new(packs, Day);
        string? fault = pair.Fault(database);
        Assert.True(fault is null, fault);
        Assert.True(pair.Seen.GetValueOrDefault(Verdict.NonCompliant) > 100 && pair.Seen.GetValueOrDefault(Verdict.Compliant) > 1000, string.Join(", ", pair.Seen));
    }
}
