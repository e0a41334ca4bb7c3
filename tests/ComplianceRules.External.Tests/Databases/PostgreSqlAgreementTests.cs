using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.PostgreSql.Reading;
using ComplianceRules.Samples.Tests.Database;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Spreadsheets.Tests.Agreement;
using ComplianceRules.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.External.Tests.Databases;

/// <summary>The same facts in a server and in a file give the same snapshot.</summary>
[Collection(OneServer.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlAgreementTests(PostgresServer server)
{
    private static readonly Lazy<Catalogue> Packs = new(() => PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value).Value);

    [Fact]
    public void Any_snapshot_is_the_same_as_in_json()
    {
        using ServerSchema database = new(server);
        PostgreSqlForm form = new(database);
        Prop.ForAll<int[]>(seeds =>
        {
            AgreedSnapshot made = RandomSnapshot.Of(seeds);
            Assert.Equal(AgreedText.Of(new JsonForm(JsonShape.Nested).Read(made)), AgreedText.Of(form.Read(made)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Theory]
    [InlineData("samples/gaoqing/csv")]
    [InlineData("samples/county/csv")]
    public void A_sample_in_views_of_typed_tables_is_the_same_as_in_csv(string folder)
    {
        using ServerSchema tables = new(server);
        using ServerSchema database = new(server);
        string path = RepositoryRoot.Combine(folder);
        foreach (string file in Directory.EnumerateFiles(path, "*.csv")) Load(tables, database, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
        Snapshot expected = new SpreadsheetSnapshotSource(path, folder).Read(Packs.Value.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Snapshot found = database.Read(Packs.Value.Schema).Value;
        Assert.NotEmpty(found.Data.Rows);
        Assert.Equal(AgreedText.Of(expected), AgreedText.Of(found));
    }

    // The server keeps rows where there is room for them; only a view has the order of the file.
    private static void Load(ServerSchema tables, ServerSchema views, string name, string csv)
    {
        string[] columns = csv.Split('\n')[0].TrimStart('\uFEFF').TrimEnd('\r').Split(',');
        string list = string.Join(", ", columns.Select(SqlName.Of));
        string types = string.Join(", ", columns.Select((column, at) => $"{SqlName.Of(column)} {TypeOf(Packs.Value.Schema.Table(name)?.Fields.GetValueOrDefault(column), at)}"));
        tables.Run($"CREATE TABLE {SqlName.Of(name)} ({types}, row_number bigserial)");
        tables.Copy($"{SqlName.Of(name)} ({list})", csv.TrimStart('\uFEFF'));
        views.Run($"CREATE VIEW {SqlName.Of(name)} AS SELECT {list} FROM {SqlName.Of(tables.Name)}.{SqlName.Of(name)} ORDER BY row_number");
    }

    private static string TypeOf(FieldSchema? field, int at) => field?.Type switch
    {
        FieldType.Number => at % 2 == 0 ? "float8" : "numeric",
        FieldType.Bool => "bool",
        FieldType.Date => at % 2 == 0 ? "date" : "timestamp",
        FieldType.Time => "interval",
        _ => "text",
    };
}
