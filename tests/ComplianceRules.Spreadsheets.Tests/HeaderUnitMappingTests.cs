using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class HeaderUnitMappingTests : IDisposable
{
    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("人数（人）", "", 50)]
    [InlineData("人数（小时）", ", \"factor\": 1", 50)]
    public void The_unit_of_a_header_counts_where_the_mapping_gives_none(string header, string more, double expected) =>
        Assert.Equal(expected, ((NumberColumn)Read(header, more).Value.Table("class").Column("enrolment")!)[0]);

    [Theory]
    [InlineData("作业（小时）", "0.7", 42)]
    [InlineData("作业时长（分钟/天）", "50", 50)]
    [InlineData("作业", "50", 50)]
    public void Hours_in_a_header_become_the_minutes_of_the_field(string header, string cell, double expected)
    {
        Checked<Snapshot> read = _folder.With("a.csv", $"id,school,{header}\n1,S,{cell}\n").ReadFile("a.csv", null, Mapping(header, string.Empty).Replace("enrolment", "homework", StringComparison.Ordinal));

        Assert.Equal(expected, ((NumberColumn)read.Value.Table("class").Column("homework")!)[0]);
    }

    [Fact]
    public void A_unit_that_cannot_become_the_fields_is_refused_at_the_mapping()
    {
        Diagnostic refused = Assert.Single(Read("人数（小时）", string.Empty).Diagnostics);

        Assert.Equal(DiagnosticCodes.RecordHeaderUnit, refused.Code);
        Assert.Equal("mapping.json", refused.Span!.File);
    }

    [Theory]
    [InlineData("作业", "一年级（小时）", "二年级（小时）")]
    [InlineData("作业（小时）", "一年级", "二年级")]
    [InlineData("作业（小时）", "一年级（小时）", "二年级")]
    public void The_unit_of_columns_that_become_one_counts_too(string made, string first, string second)
    {
        NumberColumn minutes = (NumberColumn)ReadWide(made, first, second).Value.Table("class").Column("homework")!;

        Assert.Equal(30, minutes[0]);
        Assert.Equal(90, minutes[1]);
    }

    [Theory]
    [InlineData("作业", "一年级（小时）", "二年级")]
    [InlineData("作业", "一年级（小时）", "二年级（分钟）")]
    [InlineData("作业（分钟）", "一年级（小时）", "二年级（小时）")]
    public void Columns_of_several_units_do_not_become_one(string made, string first, string second) =>
        Assert.Equal(DiagnosticCodes.RecordHeaderUnit, Assert.Single(ReadWide(made, first, second).Diagnostics).Code);

    [Fact]
    public void A_name_broken_over_lines_is_found_by_its_plain_name()
    {
        Checked<Snapshot> read = _folder.With("a.csv", "id,school,\"班级\n人数\",\"Class \n size\"\n1,S,50,x\n").ReadFile("a.csv", null, Mapping("班级人数", string.Empty));

        Assert.Equal(50, ((NumberColumn)read.Value.Table("class").Column("enrolment")!)[0]);
        Assert.Equal("Class size", RecordHeader.Fold("Class \n size"));
    }

    private Checked<Snapshot> Read(string header, string more) => _folder.With("a.csv", $"id,school,{header}\n1,S,50\n").ReadFile("a.csv", null, Mapping(header, more));

    private Checked<Snapshot> ReadWide(string made, string first, string second) => _folder.With("a.csv", $"school,{first},{second}\nS,0.5,1.5\n").ReadFile("a.csv", null, $$"""
        { "tables": [ { "table": "class", "id": ["年级"], "parent": { "table": "school", "key": ["school"] },
          "unpivot": { "name": "年级", "columns": { "1": { "{{made}}": "{{first}}" }, "2": { "{{made}}": "{{second}}" } } },
          "fields": { "homework": { "column": "{{made}}" } } } ] }
        """);

    private static string Mapping(string header, string more) => $$"""
        { "tables": [ { "table": "class", "file": "*.csv", "id": ["id"], "parent": { "table": "school", "key": ["school"] },
          "fields": { "enrolment": { "column": "{{header}}"{{more}} } } } ] }
        """;
}
