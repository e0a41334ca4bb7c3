using System.Text;
using System.Text.Json;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Findings;

public sealed class AssessmentRoundTripTests
{
    private static readonly JsonReportWriter Writer = new();

    public static TheoryData<string, string> Documents { get; } = Made();

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_read_is_written_as_the_same_bytes(string library, string name)
    {
        Assessment assessment = Of(name);
        byte[] report = Written.By(Writer, assessment);
        Assessment read = Libraries.Read<Assessment>(library, Encoding.UTF8.GetString(report))!;
        Assert.Equal(Encoding.UTF8.GetString(report), Encoding.UTF8.GetString(Written.By(Writer, read)));
        Assert.Equal(Libraries.Write(library, assessment), Libraries.Write(library, read));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Findings_of_a_document_are_read_as_they_were(string library, string name)
    {
        Assessment assessment = Of(name);
        Assessment read = Libraries.Read<Assessment>(library, Libraries.Write(library, assessment))!;
        Assert.Equal(assessment.Findings.Count, read.Findings.Count);
        foreach ((Finding one, Finding other) in assessment.Findings.Zip(read.Findings)) Assert.Empty(Likeness.Differences(AsTheHeadTells(assessment, one), other));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_rest_of_a_document_is_read_as_it_was(string library, string name)
    {
        Assessment assessment = Of(name);
        Assessment read = Libraries.Read<Assessment>(library, Libraries.Write(library, assessment))!;
        Assert.Empty(Likeness.Differences(assessment.Packs, read.Packs));
        Assert.Empty(Likeness.Differences(assessment.Waivers, read.Waivers));
        Assert.Empty(Likeness.Differences(assessment.PersonalCounts, read.PersonalCounts));
        Assert.Empty(Likeness.Differences(assessment.Areas, read.Areas));
        Assert.Empty(Likeness.Differences(assessment.Rules.Select(r => r.Shown), read.Rules.Select(r => r.Shown)));
        Assert.Empty(Likeness.Differences(assessment.Rules.Select(r => (r.Source, r.Remedy, r.Title, r.Pack)), read.Rules.Select(r => (r.Source, r.Remedy, r.Title, r.Pack))));
        Assert.Equal((assessment.IncludesPersonal, assessment.ListsAll, assessment.Only), (read.IncludesPersonal, read.ListsAll, read.Only));
        Assert.Equal(assessment.Schema.Tables.Values.Select(t => (t.Name, assessment.Schema.IsPersonal(t.Name))), read.Schema.Tables.Values.Select(t => (t.Name, read.Schema.IsPersonal(t.Name))));
        Assert.Equal(assessment.Data.Issues.Select(i => i.ToString()), read.Data.Issues.Select(i => i.ToString()));
        Assert.Null(read.Overview);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("full")]
    [InlineData("empty")]
    [InlineData("personal")]
    public void Both_libraries_write_the_document_of_the_report(string name)
    {
        Assessment assessment = Of(name);
        string report = Encoding.UTF8.GetString(Written.By(Writer, assessment));
        Assert.Equal(report, JsonSerializer.Serialize(assessment, Libraries.AsReports) + "\n");
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(report).RootElement, JsonDocument.Parse(Libraries.Write("newtonsoft", assessment)).RootElement));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_format_can_be_written_of_what_was_read(string library, string name)
    {
        Assessment read = Libraries.Read<Assessment>(library, Libraries.Write(library, Of(name)))!;
        foreach ((string format, Func<ReportOptions, IReportWriter> make) in ReportFormats.All)
            Assert.True(Written.By(make(new ReportOptions { Data = "data.json" }), read).Length > 0, format);
        Assert.NotEmpty(Written.By(new XlsxReportWriter(new ReportOptions()), read));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("html")]
    [InlineData("junit")]
    [InlineData("markdown")]
    [InlineData("sarif")]
    public void Persons_of_what_was_read_are_named_in_no_format_for_people(string format)
    {
        Assessment read = Libraries.Read<Assessment>("system", Libraries.Write("system", Personal.With(SampleAssessment.Full)))!;
        Assert.DoesNotContain(Personal.Secret, Encoding.UTF8.GetString(Written.By(ReportFormats.All[format](new ReportOptions()), read)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_judged_anew_from_what_was_read()
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        Snapshot snapshot = new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")).Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assessment read = JsonSerializer.Deserialize<Assessment>(JsonSerializer.Serialize(JudgedDocuments.Small))!;
        Assert.Throws<ArgumentException>(() => Plan.For(catalogue, read.AsOf).Reassess(read, snapshot));
    }

    // What a rule is called a document tells once.
    private static Finding AsTheHeadTells(Assessment assessment, Finding finding) =>
        assessment.Rules.FirstOrDefault(r => r.Rule == finding.Rule && r.Pack == finding.Pack) is { } rule ? finding with { Title = rule.Title, Area = rule.Area } : finding;

    private static TheoryData<string, string> Made()
    {
        TheoryData<string, string> made = [];
        foreach (string library in (string[])["system", "newtonsoft"])
        {
            foreach (string name in (string[])["small", "county", "composed", "waived", "kinds", "seasons", "full", "empty", "personal"]) made.Add(library, name);
        }

        return made;
    }

    private static Assessment Of(string name) => name switch
    {
        "small" => JudgedDocuments.Small,
        "county" => JudgedDocuments.CountyReport,
        "composed" => JudgedDocuments.Composed,
        "waived" => JudgedDocuments.Cases("tests/packs/good/waivers-and-composites").First(a => !a.Waivers.IsEmpty),
        "kinds" => JudgedDocuments.Cases("tests/packs/good/kinds").First(a => a.Findings.Any(f => f.Band is not null)),
        "seasons" => JudgedDocuments.Cases("tests/packs/good/seasons-and-calendars").First(a => a.Findings.Any(f => f.LimitSource?.Season is not null)),
        "full" => SampleAssessment.Full,
        "empty" => SampleAssessment.Empty,
        _ => Personal.With(SampleAssessment.Full),
    };
}
