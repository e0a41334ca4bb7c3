using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Reports;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Findings;

public sealed class PersonalRoundTripTests
{
    private const string Facts = """
        { "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": {
            "name": { "type": "text" }, "bedtime": { "type": "time", "range": ["17:00", "30:00"] }, "rested": { "type": "bool" } } } }
        """;

    private const string Data = """
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "370322", "classes": [
            { "id": "1", "pupils": [ { "id": "p1", "bedtime": "21:20", "name": "Ann Qz" }, { "id": "p2", "bedtime": "00:30" } ] },
            { "id": "2", "pupils": [ { "id": "q1", "bedtime": "23:00" }, { "id": "q2", "bedtime": "23:10" }, { "id": "q3", "bedtime": "23:20" }, { "id": "q4" } ] } ] } ] }
        """;

    private static readonly string Packs = Pack(
        facts: Facts,
        rules: $"[{Rule(kind: "\"limit\": { \"of\": \"bedtime\", \"max\": \"time('21:20')\" }", subject: "pupil")}, {Rule(id: "rest", kind: "\"require\": \"rested\"", subject: "pupil")}]");

    [Theory]
    [InlineData("system", false, false)]
    [InlineData("newtonsoft", false, false)]
    [InlineData("system", true, false)]
    [InlineData("system", true, true)]
    [InlineData("newtonsoft", true, true)]
    public void An_assessment_of_persons_is_written_again_as_it_was(string library, bool includeAll, bool includePersonal)
    {
        Assessment assessment = Judge(includeAll, includePersonal);
        Assessment read = Libraries.Read<Assessment>(library, Libraries.Write(library, assessment))!;
        Assert.Equal(Libraries.Write(library, assessment), Libraries.Write(library, read));
        Assert.Equal(assessment.PersonalCounts.AsEnumerable(), read.PersonalCounts);
        Assert.Equal(assessment.Rules.Select(r => r.Shown), read.Rules.Select(r => r.Shown));
        Assert.Equal(assessment.Findings.Select(f => f.ShownRows), read.Findings.Select(f => f.ShownRows));
        Assert.Equal(assessment.ShownRows("pupil"), read.ShownRows("pupil"));
        Assert.Equal(includePersonal, read.IncludesPersonal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("html")]
    [InlineData("junit")]
    [InlineData("markdown")]
    [InlineData("sarif")]
    public void What_was_read_shows_no_more_of_persons_than_what_was_judged(string format)
    {
        Assessment judged = Judge(includeAll: true, includePersonal: true);
        Assessment read = Libraries.Read<Assessment>("system", Libraries.Write("system", judged))!;
        IReportWriter writer = ReportFormats.All[format](new ReportOptions());
        string text = Encoding.UTF8.GetString(Written.By(writer, read));
        Assert.DoesNotContain("Ann Qz", text, StringComparison.Ordinal);
        if (format is not "html") Assert.Equal(Encoding.UTF8.GetString(Written.By(writer, judged)), text);
    }

    [Fact]
    public void What_was_hidden_when_it_was_written_is_hidden_when_it_was_read()
    {
        string json = Libraries.Write("system", Judge(includeAll: true, includePersonal: false));
        Assert.Contains("\"\\u003C3\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("p1", json, StringComparison.Ordinal);
        Assessment read = Libraries.Read<Assessment>("system", json)!;
        Assert.Contains(read.Rules, r => !r.Shown.Compliant.IsExact || !r.Shown.NonCompliant.IsExact);
    }

    private static Assessment Judge(bool includeAll, bool includePersonal) => Judged.Of(Packs, Data, options: new RunOptions { IncludeAll = includeAll, IncludePersonal = includePersonal });
}
