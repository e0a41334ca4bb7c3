using System.Text.Json.Nodes;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>A table that nobody prepared goes through <c>map</c>, a few edits of a line each, and <c>evaluate</c>.</summary>
public sealed class SelfCheckSheetTests : IDisposable
{
    private const int MostEdits = 5;
    private const string First = "class:3799990001/";
    private const string Second = "class:3799990002/";
    private const string Third = "class:3799990003/";

    private static readonly (string Old, string New) Day = ("  \"tables\": [", "  \"date\": \"2026-09-01\",\n  \"tables\": [");
    private static readonly (string Old, string New) Place = ("  \"nulls\": [", "  \"constants\": { \"school.region\": \"370322\" },\n  \"nulls\": [");
    private static readonly (string Old, string New) Schooling = ("\"school.region\": \"370322\"", "\"school.region\": \"370322\", \"school.schooling_system\": \"6-3\"");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_ledger_of_classes_is_judged_after_four_edits()
    {
        (int code, JsonNode said) = Judge(
            "班级台账.xlsx",
            SelfCheckSheets.Ledger,
            Day,
            Place,
            Schooling,
            ("        \"lessons_start\": {", "        \"written_minutes\": { \"column\": \"作业管理/书面作业（分钟/天）\" },\n        \"lessons_start\": {"));
        Assert.Equal(1, code);
        Assert.Equal((5, 2, 2), (Rows(said, "class"), Rows(said, "school"), Filtered(said)));
        Assert.Equal(["CR4072", "CR4073"], Issues(said));
        Dictionary<string, string> found = Findings(said);
        AssertFound(found, "cn/homework.written", (First + "三（1）班", "Compliant 50"), (First + "三（2）班", "NonCompliant 65"), (First + "六（1）班", "Undetermined written_minutes"), (Second + "七（1）班", "NonCompliant 95"), (Second + "七（2）班", "Compliant 80"));
        AssertFound(found, "cn/exercise.daily", (First + "三（1）班", "Compliant 120"), (First + "三（2）班", "NonCompliant 90"), (First + "六（1）班", "Undetermined activity_minutes"), (Second + "七（2）班", "NonCompliant 60"));
        AssertFound(found, "cn/sleep.hours", (First + "三（1）班", "NonCompliant 9.5"), (First + "三（2）班", "Compliant 10"), (Second + "七（2）班", "NonCompliant 8.5"));
        AssertFound(found, "cn/school_time.lessons-start", (First + "三（1）班", "Compliant 08:20"), (First + "三（2）班", "NonCompliant 08:00"), (Second + "七（1）班", "Compliant 08:00"), (Second + "七（2）班", "NonCompliant 07:50"));
        AssertFound(found, "cn/class_size.large", (First + "三（2）班", "Compliant 46"), (First + "六（1）班", "NonCompliant 58"), (Second + "七（2）班", "Compliant 50"));
        AssertFound(found, "cn/homework.parents", (First + "三（1）班", "Compliant"), (First + "三（2）班", "NonCompliant"), (First + "六（1）班", "Compliant"), (Second + "七（1）班", "Compliant"), (Second + "七（2）班", "NonCompliant"));
        AssertFound(found, "cn-370322/after_school.participation", ("school:3799990001", "NonCompliant 92.5"));
    }

    [Fact]
    public void A_wide_table_in_gb18030_is_judged_after_three_edits()
    {
        (int code, JsonNode said) = Judge("小学统计.csv", SelfCheckSheets.Wide, Day, Place, Schooling);
        Assert.Equal(1, code);
        Assert.Equal((12, 2, 12), (Rows(said, "class"), Rows(said, "school"), Filtered(said)));
        Assert.Empty(Issues(said));
        Dictionary<string, string> found = Findings(said);
        AssertFound(found, "cn/homework.written", (First + "一年级", "NotApplicable"), (First + "三年级", "Compliant 54"), (First + "四年级", "Compliant 60"), (First + "六年级", "NonCompliant 72"), (Third + "三年级", "Undetermined written_minutes"), (Third + "五年级", "Compliant 48"));
        AssertFound(found, "cn/exercise.pe-lessons", (First + "一年级", "Compliant 4"), (First + "六年级", "Compliant 3"), (Third + "一年级", "Compliant 5"), (Third + "三年级", "Undetermined pe_lessons"), (Third + "六年级", "NonCompliant 2"));
    }

    [Fact]
    public void A_form_of_one_school_is_judged_after_three_edits()
    {
        (int code, JsonNode said) = Judge("自查表.xlsx", SelfCheckSheets.Form, Day, ("\"text\": \"样例镇中心小学\"", "\"text\": \"3799990009\""), ("\"school.name\": \"样例镇中心小学\"", "\"school.name\": \"样例镇中心小学\", \"school.region\": \"370322\""));
        Assert.Equal(2, code);
        Assert.Equal((1, 1), (Rows(said, "school"), Filtered(said)));
        Assert.Equal(["CR4072"], Issues(said));
        const string School = "school:3799990009";
        Dictionary<string, string> found = Findings(said);
        AssertFound(found, "cn-370322/after_school.participation", (School, "NonCompliant 92.5"));
        AssertFound(found, "cn/school_time.no-early-activities", (School, "Compliant"));
        AssertFound(found, "cn/sleep.noon-rest", (School, "Compliant"));
        Assert.Equal("Undetermined logistics_satisfaction", found["cn-370322/logistics.satisfaction *"]);
        Assert.Contains("样例镇中心小学", said.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_english_list_is_judged_after_three_edits()
    {
        (int code, JsonNode said) = Judge("self-check.csv", SelfCheckSheets.English, Day, Place, Schooling);
        Assert.Equal(1, code);
        Assert.Equal((3, 1, 2), (Rows(said, "class"), Rows(said, "school"), Filtered(said)));
        Assert.Empty(Issues(said));
        Dictionary<string, string> found = Findings(said);
        const string School = "class:S1/";
        AssertFound(found, "cn/homework.written", (School + "Grade 3|3A", "Compliant 30"), (School + "Grade 3|3B", "NonCompliant 90"), (School + "Grade 6|6A", "Undetermined written_minutes"));
        AssertFound(found, "cn/sleep.hours", (School + "Grade 3|3A", "NonCompliant 9.8"), (School + "Grade 3|3B", "Compliant 10"));
        AssertFound(found, "cn/homework.parents", (School + "Grade 3|3B", "NonCompliant"));
    }

    private (int Code, JsonNode Said) Judge(string name, byte[] bytes, params (string Old, string New)[] edits)
    {
        string data = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(data, bytes);
        Tool proposed = Tool.Run("map", data, "--packs", Tool.Packs);
        Assert.Equal(0, proposed.Code);
        Assert.InRange(edits.Length, 0, MostEdits);
        string mapping = _folder.Write("mapping.json", edits.Aggregate(proposed.Output, Edit));
        Tool judged = Tool.Run("evaluate", data, "--map", mapping, "--packs", Tool.Packs, "--format", "json", "--all");
        return (judged.Code, JsonNode.Parse(judged.Output)!);
    }

    private static string Edit(string text, (string Old, string New) edit)
    {
        Assert.Equal(2, text.Split(edit.Old).Length);
        Assert.DoesNotContain('\n', edit.Old);
        return text.Replace(edit.Old, edit.New, StringComparison.Ordinal);
    }

    private static int Rows(JsonNode said, string table) => said["data"]!["rows"]![table]!.GetValue<int>();

    private static int Filtered(JsonNode said) => said["data"]!["filtered"]!.GetValue<int>();

    private static string[] Issues(JsonNode said) => [.. said["data"]!["issues"]!.AsArray().Select(i => i!["code"]!.GetValue<string>())];

    // By rule and subject, * for a finding that speaks of all rows: the verdict, and the value or what is missing.
    private static Dictionary<string, string> Findings(JsonNode said) => said["findings"]!.AsArray().ToDictionary(
        f => $"{f!["rule"]} {(f["subject"] is { } subject ? $"{subject["table"]}:{subject["id"]}" : "*")}",
        f => $"{f!["verdict"]} {f["observed"]?.ToString() ?? string.Join(',', f["missing"]!.AsArray())}".TrimEnd());

    private static void AssertFound(Dictionary<string, string> found, string rule, params (string Subject, string Expected)[] expected) =>
        Assert.Equal(expected, expected.Select(e => (e.Subject, found.GetValueOrDefault($"{rule} {e.Subject}", "nothing"))));
}
