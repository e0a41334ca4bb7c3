using System.Text;
using System.Text.Json;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Reports;

public sealed class JsonReportWriterTests
{
    private static readonly JsonReportWriter Writer = new();

    [Fact]
    public void A_report_with_one_of_everything_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.approved.json", Written.By(Writer, SampleAssessment.Full));

    [Fact]
    public void A_report_of_nothing_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report-empty.approved.json", Written.By(Writer, SampleAssessment.Empty));

    [Fact]
    public void The_same_assessment_gives_the_same_bytes() =>
        Assert.Equal(Written.By(Writer, SampleAssessment.Full), Written.By(Writer, SampleAssessment.Full));

    [Fact]
    public void Chinese_stays_readable_and_no_control_character_gets_through()
    {
        string text = Encoding.UTF8.GetString(Written.By(Writer, SampleAssessment.Full));
        Assert.Contains("教基厅函〔2021〕13号", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.False(text.StartsWith('\uFEFF'));
    }

    [Theory]
    [InlineData(FieldType.Number, "60", JsonValueKind.Number, "60")]
    [InlineData(FieldType.Number, "-0.5", JsonValueKind.Number, "-0.5")]
    [InlineData(FieldType.Number, "0.000000000000001", JsonValueKind.Number, "0.000000000000001")]
    [InlineData(FieldType.Number, "1E+30", JsonValueKind.Number, "1E+30")]
    [InlineData(FieldType.Bool, "true", JsonValueKind.True, "true")]
    [InlineData(FieldType.Bool, "false", JsonValueKind.False, "false")]
    [InlineData(FieldType.Time, "22:20", JsonValueKind.String, "\"22:20\"")]
    [InlineData(FieldType.Date, "2026-09-01", JsonValueKind.String, "\"2026-09-01\"")]
    [InlineData(FieldType.Enum, "60", JsonValueKind.String, "\"60\"")]
    [InlineData(FieldType.Text, "true", JsonValueKind.String, "\"true\"")]
    public void A_value_has_the_json_kind_of_its_type(FieldType type, string text, JsonValueKind kind, string written)
    {
        Finding finding = SampleAssessment.Full.Findings[0] with { Observed = new FindingValue(type, text) };
        JsonElement observed = Read(SampleAssessment.Empty with { Findings = [finding] }).GetProperty("findings")[0].GetProperty("observed");
        Assert.Equal(kind, observed.ValueKind);
        Assert.Equal(written, observed.GetRawText());
    }

    [Fact]
    public void A_lone_surrogate_in_a_name_does_not_break_the_document()
    {
        Finding finding = SampleAssessment.Full.Findings[0] with { Subject = new Subject("class", "1", "a\ud800b") };
        JsonElement subject = Read(SampleAssessment.Empty with { Findings = [finding] }).GetProperty("findings")[0].GetProperty("subject");
        Assert.Equal("a\uFFFDb", subject.GetProperty("name").GetString());
    }

    [Fact]
    public void Rows_stand_only_beside_a_missing_subject_and_reasons_only_where_there_are_some()
    {
        JsonElement[] findings = [.. Read(SampleAssessment.Full).GetProperty("findings").EnumerateArray()];
        Assert.All(findings, f => Assert.Equal(f.GetProperty("subject").ValueKind == JsonValueKind.Null, f.TryGetProperty("rows", out _)));
        JsonElement undecided = findings.Single(f => f.GetProperty("missing").GetArrayLength() == 2);
        JsonProperty reason = Assert.Single(undecided.GetProperty("reasons").EnumerateObject());
        Assert.Equal(("school.stages", "outOfRange"), (reason.Name, reason.Value.GetString()));
        Assert.Equal(2, findings.Count(f => f.TryGetProperty("reasons", out _)));
    }

    [Fact]
    public void The_stream_stays_open()
    {
        using MemoryStream output = new();
        Writer.Write(SampleAssessment.Empty, output);
        Assert.True(output.CanWrite);
    }

    [Fact]
    public void A_report_without_assessment_or_stream_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => Writer.Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => Writer.Write(SampleAssessment.Empty, null!));
    }

    private static JsonElement Read(Assessment assessment) => JsonDocument.Parse(Written.By(Writer, assessment)).RootElement;
}
