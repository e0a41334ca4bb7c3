using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Sql;

/// <summary>A mapping names the tables and columns that a database judges.</summary>
public sealed class SqlMappingTests : IDisposable
{
    private const string Odd = "班\"级; DROP TABLE \"x\" --";
    private const string Fields = """ "grade": { "column": "年级" }, "enrolment": { "column": "人数" }, "largest_class": { "column": "最大" }, "grade_band": { "column": "段", "values": { "小": "k3", "中": "g4-8" } } """;
    private static readonly DateOnly Day = new(2026, 9, 1);
    private static readonly Lazy<Catalogue> Packs = new(() => PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqlMappingTests()
    {
        _connection.Open();
        Run($"CREATE TABLE 学校 (编号, 区划); CREATE TABLE {Quoted(Odd)} (班号, 学校号, 年级, 人数, 段, 最大)");
        Run($"INSERT INTO 学校 VALUES ('s1', '370322'), ('s2', '370322'), ('s3', 'US-NY-NYC'); INSERT INTO {Quoted(Odd)} VALUES ('301', 's1', 3, 56, '小', 1), ('301', 's2', 3, 45, '小', 1), ('302', 's2', 3, ' ５７ ', '小', 1), ('303', 's2', 3, '无', '小', 1), ('1', 's3', 3, 9, '小', 21), ('2', 's3', 4, 9, '中', 21), ('3', 's3', 3, 9, 'k3', 21)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task What_a_mapping_names_is_judged_as_the_engine_does_where_it_is_and_in_process()
    {
        SnapshotMapping mapping = Mapping(Classes());
        Snapshot read = new DataReaderSnapshotSource("db", [Table("学校"), Table(Odd)], mapping).Read(Packs.Value.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        using Judgement judged = Plan.For(Packs.Value, Day).Judge(read);
        SqlCounts counts = (await Judging.CountAsync(_connection, new SqlOptions { Mapping = mapping, Rest = SqlRest.JudgeInProcess })).Value;
        Assert.Equal(1, counts.SchoolsInProcess);
        Assert.Equal(new VerdictCounts(1, 2, 1, 0, 0), counts.Of("cn/class_size.large"));
        Assert.Equal(2, counts.Of("us-ny-nyc/class-size.k3").NonCompliant);
        for (int i = 0; i < judged.Rules.Length; i++) Assert.Equal(judged.CountsOf(i), counts.Of(judged.Rules[i]));
        Assert.NotEmpty(judged.Rules);
    }

    [Theory]
    [InlineData("where", """ "where": [ { "column": "年级", "is": [ "3" ] } ], """)]
    [InlineData("complete", """ "complete": true, """)]
    [InlineData("header", """ "header": 2, """)]
    public async Task What_has_to_be_worked_out_first_refuses_the_run(string member, string more) => Assert.Contains($"`{member}`", await Refusal("CR5123", Classes(more: more)), StringComparison.Ordinal);

    [Theory]
    [InlineData("enrolment: factor", """ "enrolment": { "column": "人数", "factor": 2 } """)]
    [InlineData("enrolment: values", """ "enrolment": { "column": "人数", "values": { "多": 60 } } """)]
    public async Task So_does_a_field_that_has_to_be(string member, string fields)
    {
        Assert.Contains($"`{member}`", await Refusal("CR5123", Classes(fields: fields)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_fits_none_or_several_tables_is_told()
    {
        Assert.Contains(" 0 tables", await Refusal("CR5124", Classes(file: "classes")), StringComparison.Ordinal);
        Assert.Contains(" 2 tables", await Refusal("CR5124", Classes(file: "*")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_told() => Assert.Contains("`人头`", await Refusal("CR5125", Classes(fields: """ "enrolment": { "column": "人头" } """)), StringComparison.Ordinal);

    private static SqlPlan Judging => SqlPlan.For(Packs.Value, Day, SqlDialect.Sqlite);

    private async Task<string> Refusal(string code, string classes)
    {
        Checked<SqlCounts> counted = await Judging.CountAsync(_connection, new SqlOptions { Mapping = Mapping(classes) });
        Assert.False(counted.IsValid);
        return Assert.Single(counted.Diagnostics.Select(d => d.ToString()), d => d.Contains(code, StringComparison.Ordinal));
    }

    private static string Classes(string? file = null, string fields = Fields, string more = "") => $$"""
        { "table": "class", "file": {{System.Text.Json.JsonSerializer.Serialize(file ?? Odd)}}, {{more}} "id": ["班号"], "parent": { "table": "school", "key": ["学校号"] }, "fields": { {{fields}} } }
        """;

    private static SnapshotMapping Mapping(string classes) => Read(classes).Value;

    private static Checked<SnapshotMapping> Read(string classes)
    {
        string text = $$"""{ "tables": [ { "table": "school", "file": "学校", "id": ["编号"], "parent": { "table": "region", "key": ["区划"] }, "fields": {} }, {{classes}} ] }""";
        return SnapshotMapping.Read(new SourceFile("map.json", Encoding.UTF8.GetBytes(text)), Packs.Value.Schema);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private DataReaderTable Table(string name) => new(name, () =>
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Quoted(name)}";
        return command.ExecuteReader();
    });

    private void Run(string sql)
    {
        using SqliteCommand command = new(sql, _connection);
        command.ExecuteNonQuery();
    }
}
