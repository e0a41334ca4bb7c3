using System.Text.Json;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Findings;

public sealed class FindingRoundTripTests
{
    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void Every_finding_of_the_small_packs_is_read_as_it_was(string library) => AssertAlike(library, JudgedDocuments.Small.Findings);

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void Every_finding_of_a_county_is_read_as_it_was(string library)
    {
        Finding[] findings = [.. JudgedDocuments.County.Findings];
        Assert.Contains(findings, f => f.Correction?.Changes.IsEmpty == false);
        Assert.Contains(findings, f => f.Waiver is not null);
        Assert.Contains(findings, f => !f.LimitTrail.IsEmpty);
        AssertAlike(library, findings);
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void Every_finding_of_packs_that_build_on_each_other_is_read_as_it_was(string library)
    {
        Assert.Contains(JudgedDocuments.Composed.Findings, f => f.LimitTrail.Any(s => s.Relaxation is not null));
        AssertAlike(library, JudgedDocuments.Composed.Findings);
    }

    [Theory]
    [InlineData("system", "tests/packs/good/waivers-and-composites")]
    [InlineData("newtonsoft", "tests/packs/good/waivers-and-composites")]
    [InlineData("system", "tests/packs/good/kinds")]
    [InlineData("newtonsoft", "tests/packs/good/kinds")]
    [InlineData("system", "tests/packs/good/seasons-and-calendars")]
    [InlineData("newtonsoft", "tests/packs/good/seasons-and-calendars")]
    [InlineData("system", "tests/packs/good/frequency")]
    [InlineData("newtonsoft", "tests/packs/good/frequency")]
    [InlineData("system", SmallPacks.Folder)]
    [InlineData("newtonsoft", SmallPacks.Folder)]
    public void Every_finding_of_the_cases_of_packs_is_read_as_it_was(string library, string packs)
    {
        Finding[] findings = [.. JudgedDocuments.Cases(packs).SelectMany(a => a.Findings)];
        Assert.NotEmpty(findings);
        AssertAlike(library, findings);
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void A_finding_made_by_hand_is_read_as_it_was(string library) => AssertAlike(library, SampleAssessment.Full.Findings);

    [Fact]
    public void Both_libraries_write_the_same()
    {
        foreach (Finding finding in JudgedDocuments.Small.Findings.Concat(SampleAssessment.Full.Findings))
        {
            JsonElement one = JsonDocument.Parse(Libraries.Write("system", finding)).RootElement;
            JsonElement other = JsonDocument.Parse(Libraries.Write("newtonsoft", finding)).RootElement;
            Assert.True(JsonElement.DeepEquals(one, other), $"{one}\n{other}");
        }
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void A_finding_alone_has_what_the_head_of_an_assessment_tells(string library)
    {
        Finding finding = JudgedDocuments.Small.Findings.First(f => f.LimitSource is not null);
        JsonElement written = JsonDocument.Parse(Libraries.Write(library, finding)).RootElement;
        Assert.Equal((finding.Title.Chinese, finding.Area), (written.GetProperty("title").GetProperty("zh").GetString(), written.GetProperty("area").GetString()));
        Assert.True(written.GetProperty("source").TryGetProperty("kind", out _));
        Assert.Equal(finding.LimitTrail.Length, written.GetProperty("limitTrail").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void An_item_of_a_document_does_not_stand_alone(string library)
    {
        string item = JsonDocument.Parse(Written.By(new JsonReportWriter(), JudgedDocuments.Small)).RootElement.GetProperty("findings")[0].GetRawText();
        Assert.Contains("`finding` has no `title`", Libraries.Refusal<Finding>(library, item), StringComparison.Ordinal);
    }

    private static void AssertAlike(string library, IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            string json = Libraries.Write(library, finding);
            Finding read = Libraries.Read<Finding>(library, json)!;
            string[] differences = [.. Likeness.Differences(finding, read).Take(5)];
            Assert.True(differences.Length == 0, $"{string.Join('\n', differences)}\n{json}");
            Assert.Equal(json, Libraries.Write(library, read));
        }
    }
}
