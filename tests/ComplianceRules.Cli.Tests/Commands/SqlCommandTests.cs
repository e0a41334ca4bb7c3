using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class SqlCommandTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sqlite", "-- @p1 = ", "LIMIT -1")]
    [InlineData("postgresql", "-- @p1 = ", "OFFSET 0")]
    [InlineData("duckdb", "-- $p1 = ", "from_json(")]
    [InlineData("sparksql", "L AND ", "`class`")]
    [InlineData("trino", "\"class\"", "BIGINT '")]
    public void It_prints_the_statements_of_a_region_with_their_values(string dialect, params string[] own)
    {
        Tool run = Sql("--dialect", dialect, "--region", "370322", "--as-of", "2026-09-01", "--rule", "class_size.large");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Contains("-- class: region, rows, then for each rule: kept, broken, not decided, 2026-09-01", run.Output, StringComparison.Ordinal);
        Assert.Contains("--   \"cn/class_size.large\"", run.Output, StringComparison.Ordinal);
        Assert.All(own, o => Assert.Contains(o, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void For_clickhouse_values_stand_in_the_statements()
    {
        Tool run = Sql("--dialect", "clickhouse", "--region", "370322", "--as-of", "2026-09-01", "--rule", "class_size.large");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Contains("ALL LEFT JOIN", run.Output, StringComparison.Ordinal);
        Assert.Contains("IN ('370322')", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("-- @p1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_are_not_written_are_told_and_a_file_is_written_all_the_same()
    {
        string file = Path.Combine(_folder.Path, "rules.sql");
        Tool run = Tool.Run(["sql", RepositoryRoot.Combine("tests/packs/good/kinds"), "--dialect", "sqlite", "--region", "CN", "--as-of", "2026-09-01", "--out", file, "--lang", "en"]);
        Assert.Equal(1, run.Code);
        Assert.Matches("CR510[0-9]: the rule `.*` is not written as SQL", run.Error);
        Assert.Contains("SELECT ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, "--dialect", "oracle", "--region", "370322", "--as-of", "2026-09-01")]
    [InlineData(64, "--dialect", "sqlite", "--region", "nowhere", "--as-of", "2026-09-01")]
    [InlineData(64, "--dialect", "sqlite", "--region", "370322", "--as-of", "2026-13-01")]
    [InlineData(64, "--dialect", "sqlite", "--region", "370322", "--as-of", "2026-09-01", "--area", "no-such-area")]
    [InlineData(64, "--dialect", "sqlite", "--region", "370322", "--as-of", "2026-09-01", "--out", "/no/such/folder/x.sql")]
    [InlineData(64, "--dialect", "sqlite")]
    [InlineData(3, "--dialect", "sqlite", "--region", "370322", "--as-of", "1900-01-01")]
    public void What_cannot_be_done_is_told(int code, params string[] options)
    {
        Tool run = Sql(options);
        Assert.Equal((code, string.Empty), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }

    private static Tool Sql(params string[] options) => Tool.Run(["sql", SmallPacks.Path, "--lang", "en", .. options]);
}
