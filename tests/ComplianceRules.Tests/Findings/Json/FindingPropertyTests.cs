using System.Text.Json;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Findings;

public sealed class FindingPropertyTests
{
    private const int Runs = 500;

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void Whatever_stands_in_a_finding_is_read_as_it_was(string library) => Dice.Check(Runs, dice =>
    {
        Finding finding = new RandomFindings(dice).Next();
        string json = Libraries.Write(library, finding);
        Finding read = Libraries.Read<Finding>(library, json)!;
        Assert.Empty(Likeness.Differences(finding, read));
        Assert.Equal(json, Libraries.Write(library, read));
    });

    [Fact]
    public void Both_libraries_write_the_same_of_whatever_stands_in_a_finding() => Dice.Check(Runs, dice =>
    {
        Finding finding = new RandomFindings(dice).Next();
        using JsonDocument one = JsonDocument.Parse(Libraries.Write("system", finding));
        using JsonDocument other = JsonDocument.Parse(Libraries.Write("newtonsoft", finding));
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement));
    });

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void Whatever_stands_in_the_findings_of_an_assessment_is_read_as_it_was(string library) => Dice.Check(Runs / 5, dice =>
    {
        RandomFindings made = new(dice);
        Finding[] findings = [.. Enumerable.Range(0, dice.Between(0, 6)).Select(_ => made.Next())];
        Assessment assessment = SampleAssessment.Empty with { Findings = FindingList.Of(findings), Packs = [.. findings.Take(1).Select(f => new PackIdentity(f.LimitSource?.Pack ?? "cn", "1.0.0", null, new string('0', 64)))] };
        string json = Libraries.Write(library, assessment);
        Assessment read = Libraries.Read<Assessment>(library, json)!;
        Assert.Empty(Likeness.Differences(findings, read.Findings));
        Assert.Equal(json, Libraries.Write(library, read));
    });

    [Theory]
    [MemberData(nameof(Libraries.Names), MemberType = typeof(Libraries))]
    public void A_text_with_one_character_changed_is_read_or_refused(string library) => Dice.Check(Runs, dice =>
    {
        char[] text = Libraries.Write(library, SampleAssessment.Full.Findings[0] with { Missing = [] }).ToCharArray();
        text[dice.Between(0, text.Length - 1)] = dice.Of('"', '{', '}', '[', ']', ',', ':', '0', 'e', '-', '\\', 'N', '样', ' ', '\0');
        try
        {
            Assert.True(Libraries.Read<Finding>(library, new string(text)) is null or { Verdict: Verdict.NonCompliant });
        }
        catch (Exception refused) when (refused is System.Text.Json.JsonException or Newtonsoft.Json.JsonException)
        {
            Assert.NotEmpty(refused.Message);
        }
    });
}
