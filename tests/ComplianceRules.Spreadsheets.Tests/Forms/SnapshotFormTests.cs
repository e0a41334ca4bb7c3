using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Forms;
using ComplianceRules.Spreadsheets.Tests.Workbooks;

namespace ComplianceRules.Spreadsheets.Tests.Forms;

public sealed class SnapshotFormTests
{
    private const string Facts = """
        { "class": { "fields": {
            "bright": { "type": "bool", "title": { "zh": "明亮", "en": "bright" } },
            "load": { "type": "number", "unit": "min/d", "range": [-0.5, 600], "title": "负担" },
            "count": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 },
            "price": { "type": "number", "unit": "CNY", "range": [5, 5.2], "step": 0.1 },
            "bed": { "type": "time", "range": ["17:00", "30:00"] },
            "starts": { "type": "time", "range": ["05:00", "12:00"] },
            "opened": { "type": "date" },
            "remark": { "type": "text" },
            "kind": { "type": "enum", "values": { "a": "甲,一", "b": "乙", "c": "丙" } },
            "kinds": { "type": "set", "values": { "a": "甲、一", "b": "乙", "c": "丙" } } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生/人", "fields": { "tall": { "type": "bool" } } } }
        """;

    private static readonly string[] Conditions =
        ["bright", "load < 60", "count < 45", "price > 5", "bed <= time('21:20')", "starts >= time('08:00')", "opened < as_of", "remark != 'x'", "kind == 'b'", "'b' in kinds", "{ \"of\": \"pupils\", \"that\": \"tall\", \"min\": 5 }"];

    private static readonly NeededFacts Needed = MadeForm.Of(Facts, Conditions);
    private static readonly ReadWorkbook Form = new(MadeForm.Workbook(Needed));

    public static TheoryData<string> Sheets => ["快照", "学校", "班级", "pupil"];

    [Fact]
    public void The_same_packs_give_the_same_bytes() => Assert.Equal(MadeForm.Workbook(MadeForm.Of(Facts, Conditions)), MadeForm.Workbook(Needed));

    [Fact]
    public void A_sheet_a_table_from_the_top_down_after_the_guide_and_the_snapshot() =>
        Assert.Equal(["说明", "快照", "学校", "班级", "pupil", "_lists"], Form.Names);

    [Theory]
    [InlineData("说明", "#compliance-rules:-")]
    [InlineData("快照", "#compliance-rules:snapshot date title covers")]
    [InlineData("学校", "#compliance-rules:school id region name")]
    [InlineData("班级", "#compliance-rules:class id school bright load count price bed starts opened remark kind kinds pupils")]
    [InlineData("pupil", "#compliance-rules:pupil id class school tall")]
    [InlineData("_lists", "#compliance-rules:-")]
    public void The_hidden_row_names_the_table_and_its_columns(string sheet, string expected) =>
        Assert.Equal(expected, string.Join(' ', Form.Rows(sheet)[0].OfType<string>()));

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Titles_meanings_and_an_example_stand_above_the_data(string sheet)
    {
        object?[][] rows = Form.Rows(sheet);
        Assert.Equal(5, rows.Length);
        Assert.Equal(["#zh", "#en", "#about"], rows[1..4].Select(r => r[0]));
        Assert.All(rows, row => Assert.All(row, Assert.NotNull));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void The_mark_of_the_example_is_that_of_the_cells_as_others_read_them(string sheet)
    {
        object?[] example = Form.Rows(sheet)[4];
        Assert.Equal(FormMark.OfExample(example[1..].Select(Shown)), example[0]);
    }

    [Fact]
    public void Row_1_and_column_A_are_hidden()
    {
        System.Xml.Linq.XDocument sheet = Form.Part("xl/worksheets/sheet4.xml");
        Assert.Equal("1", sheet.Descendants().First(e => e.Name.LocalName == "row").Attribute("hidden")?.Value);
        Assert.Equal("1", sheet.Descendants().First(e => e.Name.LocalName == "col").Attribute("hidden")?.Value);
    }

    [Fact]
    public void Units_stand_in_the_titles_and_unitless_facts_have_none()
    {
        object?[][] rows = Form.Rows("班级");
        Assert.Equal(("负担（分钟/天）", "负担 (min/d)"), (rows[1][4], rows[2][4]));
        Assert.Equal(("明亮", "bright"), (rows[1][3], rows[2][3]));
    }

    [Fact]
    public void A_blank_cell_is_said_to_be_unknown_on_each_sheet_of_a_table() => Assert.All(
        ["学校", "班级", "pupil"], sheet => Assert.Contains("空白 = 未知", (string)Form.Rows(sheet)[3][1]!, StringComparison.Ordinal));

    [Fact]
    public void Cells_refuse_what_is_impossible_and_nothing_else() => Assert.Equal(
        [
            ("D6:D5000", "list", "\"是,否\"", null),
            ("E6:E5000", "decimal", "-0.5", "600"),
            ("F6:F5000", "whole", "0", "300"),
            ("G6:G5000", "decimal", "5", "5.2"),
            ("H6:H5000", "decimal", "0/1440", "1800/1440"),
            ("I6:I5000", "decimal", "300/1440", "720/1440"),
            ("L6:L5000", "list", "'_lists'!$B$2:$B$4", null),
            ("N6:N5000", "list", "\"是,否\"", null),
        ],
        Form.Validations(4));

    [Fact]
    public void No_validation_of_the_packs_here_knows_a_policys_limit()
    {
        ReadWorkbook form = new(MadeForm.Workbook(MadeForm.Repository));
        int numbers = 0;
        foreach ((NeededTable table, int place) in MadeForm.Repository.Tables.Select((t, i) => (t, i + 3)))
        {
            string[] columns = [.. form.Part($"xl/worksheets/sheet{place}.xml").Descendants().First(e => e.Name.LocalName == "row").Elements().Select(c => c.Value)];
            foreach ((string cells, string kind, string first, string? second) in form.Validations(place).Where(v => v.Kind != "list"))
            {
                FieldSchema field = table.Table.Fields[columns[cells[0] - 'A']];
                Assert.Equal(Possible(field), (first, second));
                Assert.Equal(field.Step == 1 ? "whole" : "decimal", kind);
                numbers++;
            }
        }

        Assert.Equal(MadeForm.Repository.Tables.SelectMany(t => t.Fields).Count(f => f.Type is FieldType.Number or FieldType.Time), numbers);
    }

    [Fact]
    public void Every_word_to_choose_from_is_read_as_its_own_value()
    {
        foreach (FieldSchema field in Needed.Tables.SelectMany(t => t.Fields).Where(f => f.Type is FieldType.Enum or FieldType.Set))
        {
            CellReader reader = new(field, CellWords.Default);
            ImmutableArray<string> words = OptionWords.Of(field);
            string?[] keys = [.. words.Select(w => reader.Read(w)).Select(v => field.Type == FieldType.Set ? Assert.Single(v.Keys) : v.Text)];
            Assert.Equal(field.Options.Select(o => o.Key), keys);
        }

        Assert.Equal((IEnumerable<string>)["a", "乙", "丙"], OptionWords.Of(Needed.Tables[1].Table.Fields["kinds"]));
        Assert.Equal((IEnumerable<string>)["甲,一", "乙", "丙"], OptionWords.Of(Needed.Tables[1].Table.Fields["kind"]));
    }

    [Fact]
    public void Every_example_is_a_possible_value()
    {
        foreach (FieldSchema field in Needed.Tables.Concat(MadeForm.Repository.Tables).SelectMany(t => t.Fields))
        {
            CellValue read = new CellReader(field, CellWords.Default).Read(FormExample.Of(field).Shown);
            Assert.Null(read.Unknown);
            if (field.Range is { } range) Assert.True(range.Contains(read.Number) && NumberStep.Fits(read.Number, field.Step ?? read.Number), field.Name);
            if (field.Scale is { } scale) Assert.True(scale.Contains((int)read.Number), field.Name);
        }
    }

    [Fact]
    public void The_guide_names_the_packs_and_what_was_asked_for()
    {
        NeededFacts narrow = MadeForm.Repository;
        string guide = string.Join('\n', new ReadWorkbook(MadeForm.Workbook(narrow)).Rows("说明").Select(r => r[1]));
        Assert.All(narrow.Packs, p => Assert.Contains($"{p.Id} {p.Version}（sha256 {p.Sha256[..12]}）", guide, StringComparison.Ordinal));
        Assert.Contains("compliance-rules evaluate form.xlsx", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_csv_has_the_same_columns_and_nothing_below()
    {
        string[] files = [.. SnapshotForm.CsvFiles(Needed).Select(f => $"{f.Name}:{Encoding.UTF8.GetString(f.Bytes.Span)}")];
        Assert.Equal(["snapshot.csv:\uFEFFdate,title,covers\r\n", "school.csv:\uFEFFid,region,name\r\n"], files[..2]);
        Assert.Equal("pupil.csv:\uFEFFid,class,school,tall\r\n", files[^1]);
    }

    private static (string, string) Possible(FieldSchema field) => field.Scale is { } scale
        ? ($"{(scale.PassesMidnight ? 0 : scale.Low)}/1440", $"{scale.High}/1440")
        : (field.Range!.Low.ToString("R", CultureInfo.InvariantCulture), field.Range.High.ToString("R", CultureInfo.InvariantCulture));

    private static string Shown(object? cell) => cell switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => Clock((int)Math.Round(time.TotalMinutes)),
        bool truth => truth ? "TRUE" : "FALSE",
        _ => cell?.ToString() ?? string.Empty,
    };

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:D2}");
}
