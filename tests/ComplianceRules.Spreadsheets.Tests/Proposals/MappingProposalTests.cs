using System.Text;
using System.Text.Json.Nodes;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Proposals;

namespace ComplianceRules.Spreadsheets.Tests.Proposals;

public sealed class MappingProposalTests
{
    private const string ClassTable = """
        某县2025年秋季学期作业与睡眠情况统计表|||||||
        填报日期：2025年9月30日|||||||
        序号|学校标识码|学校名称|班级|班额（人）|作业||抽样学生每晚平均睡眠时长
        |||||书面家庭作业每日时间（小时）|要求家长批改作业|
        1|3703220012|第一小学|三（1）班|45|0.5|×|9.5
        2|3703220012|第一小学|三（2）班|44|0.4|√|—
        3|3703220013|第二小学|七年级1班|43|1|×|8.9
        合计||||132|||
        填表人：某某|||审核人：某某||||
        """;

    private static readonly MergedRange[] ClassMerges =
    [
        new(0, 0, 0, 7), new(1, 0, 1, 7), new(2, 5, 2, 6), new(2, 0, 3, 0), new(2, 1, 3, 1), new(2, 2, 3, 2), new(2, 3, 3, 3), new(2, 4, 3, 4), new(2, 7, 3, 7),
    ];

    private const string SelfCheck = """
        第一小学“五项管理”自查表|||
        序号|检查项目|自查结果|备注
        1|学校标识码|3703220012|
        2|学校名称|第一小学|
        3|有寄宿生|否|
        4|是否保障必要的午休时间|是|教室内
        5|带入校园的手机，由学校统一保管|是|
        6|是否未保障必要的午休|否|
        """;

    [Fact]
    public void A_class_table_under_two_header_rows_is_proposed_whole()
    {
        MappingProposal proposal = MadeSheet.Propose(ClassTable, ClassMerges);
        AssertJson("""
            {
              "tables": [ {
                "table": "class", "file": "报表.csv", "header": [3, 4],
                "where": [ { "column": "学校标识码", "not": [""] } ],
                "id": ["班级"],
                "parent": { "table": "school", "key": ["学校标识码"], "fields": { "name": { "column": "学校名称" } } },
                "fields": {
                  "enrolment": { "column": "班额（人）" },
                  "grade": { "column": "班级", "values": { "三（1）班": 3, "三（2）班": 3, "七年级1班": 7 } },
                  "mean_sleep_hours": { "column": "抽样学生每晚平均睡眠时长" },
                  "name": { "column": "班级" },
                  "parents_asked_to_mark": { "column": "作业/要求家长批改作业" },
                  "written_home_minutes": { "column": "作业/书面家庭作业每日时间（小时）", "unit": "h/d" }
                }
              } ],
              "nulls": ["", "—"], "true": ["true", "1", "是", "有", "√"], "false": ["false", "0", "否", "无", "×"]
            }
            """, proposal.Json);
        Assert.Contains("报表.csv: guess, look at it: `班额（人）` -> `class.enrolment`, the same but for units, brackets and signs", proposal.Remarks("guess.bare"));
        Assert.Equal(["报表.csv: look at it: `作业/书面家庭作业每日时间（小时）` is in h/d and is converted to min/d"], proposal.Remarks("guess.unit"));
        Assert.Contains(proposal.Remarks("missing.needed", TextLanguage.Chinese), r => r.Contains("class.lessons_start", StringComparison.Ordinal));
    }

    [Fact]
    public void A_transposed_form_of_one_school_is_turned_around()
    {
        MappingProposal proposal = MadeSheet.Propose(SelfCheck, new MergedRange(0, 0, 0, 3));
        AssertJson("""
            {
              "tables": [ {
                "table": "school", "file": "报表.csv", "header": 2, "transposed": true,
                "where": [ { "column": "检查项目", "not": ["备注"] } ],
                "id": ["学校标识码"],
                "fields": {
                  "boarding": { "column": "有寄宿生" },
                  "name": { "column": "学校名称" },
                  "noon_rest": { "column": "是否保障必要的午休时间" },
                  "phones_kept_centrally": { "column": "带入校园的手机，由学校统一保管" }
                }
              } ]
            }
            """, proposal.Json);
    }

    [Fact]
    public void A_question_that_denies_a_field_is_not_taken_for_it() =>
        Assert.DoesNotContain("未保障", MadeSheet.Propose(SelfCheck).Json, StringComparison.Ordinal);

    [Fact]
    public void Columns_of_grades_under_one_measure_become_rows()
    {
        MappingProposal proposal = MadeSheet.Propose(
            """
            学校代码|学校名称|每周体育课时数||班额|
            ||一年级|初一|一年级|初一
            s1|第一学校|4|3|40|45
            """,
            new(0, 0, 1, 0),
            new(0, 1, 1, 1),
            new(0, 2, 0, 3),
            new(0, 4, 0, 5));
        AssertJson("""
            {
              "tables": [ {
                "table": "class", "file": "报表.csv", "header": [1, 2],
                "unpivot": { "name": "年级", "columns": {
                  "一年级": { "每周体育课时数": "每周体育课时数/一年级", "班额": "班额/一年级" },
                  "初一": { "每周体育课时数": "每周体育课时数/初一", "班额": "班额/初一" } } },
                "id": ["年级"],
                "parent": { "table": "school", "key": ["学校代码"], "fields": { "name": { "column": "学校名称" } } },
                "fields": {
                  "enrolment": { "column": "班额" },
                  "grade": { "column": "年级", "values": { "一年级": 1, "初一": 7 } },
                  "pe_lessons": { "column": "每周体育课时数" }
                }
              } ]
            }
            """, proposal.Json);
        Assert.Single(proposal.Remarks("guess.junior"));
        Assert.Single(proposal.Remarks("guess.class-of-grade"));
    }

    [Fact]
    public void Plain_columns_of_grades_are_a_list_of_columns()
    {
        JsonNode table = Table(MadeSheet.Propose("学校代码|一年级|二年级\ns1|40|41"));
        Assert.Equal("""{"name":"年级","value":"数值","columns":["一年级","二年级"]}""", Compact(table["unpivot"]!));
        Assert.Equal("year_group", table["table"]!.GetValue<string>());
    }

    [Fact]
    public void An_english_table_is_matched_by_the_english_titles()
    {
        MappingProposal proposal = MadeSheet.Propose("""
            School ID,School name,Grade,Class,PE lessons a week,Start of the first morning lesson,parents asked to mark homework
            s1,First School,Grade 3,3A,4,8.20,Y
            s1,First School,Grade 4,4A,3,8.05,N
            """.Replace(',', '|'));
        JsonNode table = Table(proposal);
        Assert.Equal("""["Grade","Class"]""", Compact(table["id"]!));
        Assert.Equal("""{"column":"Start of the first morning lesson","format":"H.mm"}""", Compact(table["fields"]!["lessons_start"]!));
        Assert.Equal("""{"column":"Grade","values":{"Grade 3":3,"Grade 4":4}}""", Compact(table["fields"]!["grade"]!));
        Assert.Contains("\"Y\"", proposal.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_whose_cells_do_not_fit_is_refused_and_the_remark_says_why()
    {
        MappingProposal proposal = MadeSheet.Propose("学校代码|班级|每周体育课时数\ns1|1班|多\ns1|2班|少");
        Assert.DoesNotContain("pe_lessons", proposal.Json, StringComparison.Ordinal);
        Assert.Equal(["报表.csv: `每周体育课时数` looks like `class.pe_lessons`, but its cells do not fit: `多`, `少`; it is not used"], proposal.Remarks("refused.values"));
    }

    [Fact]
    public void A_unit_that_cannot_be_turned_into_the_field_s_is_refused()
    {
        MappingProposal proposal = MadeSheet.Propose("学校代码|班级|每日体育活动时间（分钟/周）\ns1|1班|300");
        Assert.DoesNotContain("activity_minutes", proposal.Json, StringComparison.Ordinal);
        Assert.Single(proposal.Remarks("refused.unit"));
    }

    [Fact]
    public void A_header_as_near_to_one_field_as_to_another_is_not_matched_and_both_are_named()
    {
        MappingProposal proposal = MadeSheet.Propose("学校代码|班级|要求家长作业\ns1|1班|是");
        Assert.DoesNotContain("要求家长作业", proposal.Json, StringComparison.Ordinal);
        string remark = Assert.Single(proposal.Remarks("unmatched.near"));
        Assert.Contains("class.parents_asked_to_check", remark, StringComparison.Ordinal);
        Assert.Contains("class.parents_asked_to_mark", remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("男生班额")]
    [InlineData("最大班额")]
    [InlineData("未要求家长批改作业")]
    public void A_header_that_speaks_of_some_or_denies_is_not_matched(string header) =>
        Assert.DoesNotContain(header, MadeSheet.Propose($"学校代码|班级|{header}\ns1|1班|0\ns1|2班|1").Json, StringComparison.Ordinal);

    [Fact]
    public void A_sheet_of_one_school_takes_the_school_from_its_title_and_says_so()
    {
        MappingProposal proposal = MadeSheet.Propose("育才小学作业统计表||\n年级|班级|班额\n一年级|1班|40\n一年级|2班|41", new MergedRange(0, 0, 0, 2));
        Assert.Equal("""{"table":"school","key":[{"text":"育才小学"}]}""", Compact(Table(proposal)["parent"]!));
        Assert.Single(proposal.Remarks("guess.school-of-title"));
    }

    [Fact]
    public void A_school_that_nothing_names_is_left_to_the_author()
    {
        MappingProposal proposal = MadeSheet.Propose("年级|班级|班额\n一年级|1班|40");
        Assert.Equal("""{"table":"school","key":[{"text":"?"}]}""", Compact(Table(proposal)["parent"]!));
        Assert.Single(proposal.Remarks("guess.school-missing"));
    }

    [Fact]
    public void The_region_is_never_made_up()
    {
        MappingProposal proposal = MadeSheet.Propose(ClassTable, ClassMerges);
        Assert.DoesNotContain("constants", proposal.Json, StringComparison.Ordinal);
        Assert.Contains("--region", Assert.Single(proposal.Remarks("missing.region")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_proposal_with_a_table_is_a_mapping_that_can_be_read()
    {
        string[] sheets = ["学校代码|学校名称|年级|班级|班额\ns1|第一小学|一年级|1班|40", "学校代码|班级|每周体育课时数\ns1|1班|4\n合计||4", ClassTable, SelfCheck, "学校代码|一年级|二年级\ns1|40|41", "年级|班级|班额\n一年级|1班|1,044"];
        Assert.All(sheets, sheet =>
        {
            string json = MadeSheet.Propose(sheet).Json;
            Checked<SnapshotMapping> read = SnapshotMapping.Read(new SourceFile("mapping.json", Encoding.UTF8.GetBytes(json)), MadeSheet.Schema);
            Assert.True(read.IsValid, json + string.Join('\n', read.Diagnostics.Select(d => d.Message(TextLanguage.English))));
        });
    }

    [Fact]
    public void A_sheet_of_schools_keeps_the_schools_to_itself()
    {
        SampleSheet schools = new("上报.xlsx", "学校", false, MadeSheet.Rows("学校代码|学校名称|有寄宿生\ns1|第一小学|是"), []);
        SampleSheet classes = new("上报.xlsx", "班级", false, MadeSheet.Rows("学校名称|班级|班额\n第一小学|三(1)班|45"), []);
        MappingProposal proposal = MadeSheet.Propose(MadeSheet.Schema, schools, classes);
        JsonArray tables = JsonNode.Parse(proposal.Json)!["tables"]!.AsArray();
        Assert.Equal("""["学校名称"]""", Compact(tables[0]!["id"]!));
        Assert.Equal("""{"table":"school","key":["学校名称"]}""", Compact(tables[1]!["parent"]!));
        Assert.Equal("班级", tables[1]!["sheet"]!.GetValue<string>());
    }

    [Fact]
    public void A_hidden_sheet_is_left_out_and_named()
    {
        MappingProposal proposal = MadeSheet.Propose(MadeSheet.Schema, MadeSheet.Of("年级|班级|班额\n一年级|1班|40") with { IsHidden = true });
        Assert.Empty(JsonNode.Parse(proposal.Json)!["tables"]!.AsArray());
        Assert.Single(proposal.Remarks("read.hidden"));
    }

    private static JsonNode Table(MappingProposal proposal) => Assert.Single(JsonNode.Parse(proposal.Json)!["tables"]!.AsArray())!;

    private static string Compact(JsonNode node) =>
        node.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static void AssertJson(string expected, string actual) => Assert.Equal(Compact(JsonNode.Parse(expected)!), Compact(JsonNode.Parse(actual)!));
}
