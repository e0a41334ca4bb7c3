using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.RulesEngine.Tests;

/// <summary>Stacks of nation, province, zone, county and school, in which rules and values take each other's place.</summary>
public sealed class ComposedPackTests
{
    [Fact]
    public async Task RulesEngine_and_the_library_say_the_same_in_every_stack()
    {
        Catalogue catalogue = BothEngines.CatalogueIn(RepositoryRoot.Combine("tests/packs/good/composed"));
        string[] schools = [School("s1", "370322", 45, "true"), School("s2", "370322", 30, "null"), School("s3", "370300", 60, "false"), School("s4", "370100", 50, "true"), School("s5", "110000", 61, "null"), """{ "id": "s6", "region": "370322" }"""];
        byte[] json = Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{{string.Join(", ", schools)}}] }""");
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "s.json").Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        Assert.Empty(snapshot.Data.Issues);
        (HostedAssessment hosted, Dictionary<Verdict, int> seen) = await BothEngines.Compare(catalogue, snapshot, Judged.Day);
        Assert.Equal([Verdict.Undetermined, Verdict.NotApplicable, Verdict.Compliant, Verdict.NonCompliant], seen.Keys.Order());
        Assert.Equal(hosted.LeftOut.Select(d => d.Arguments[0]).Distinct(), hosted.LeftOut.Select(d => d.Arguments[0]));
        Assert.Contains(hosted.Findings, f => f.Rule.StartsWith("nation/", StringComparison.Ordinal) && f.Pack != "nation");
    }

    private static string School(string id, string region, int most, string boards) => $$"""
        { "id": "{{id}}", "region": "{{region}}", "boards": {{boards}}, "enrolled": {{most * 20}}, "teachers": {{most}}, "classes": [
          { "id": "1", "stage": "primary", "grade": 3, "enrolment": {{most}}, "written": {{most}}, "starts": "08:00", "sort": "plain", "offers": ["art", "sport"] },
          { "id": "2", "stage": "junior", "grade": 7, "enrolment": {{most - 1}}, "written": null, "starts": "07:39", "sort": "arts", "offers": [] },
          { "id": "3", "stage": "primary", "grade": null, "enrolment": null, "written": {{most + 1}}.5, "sort": null },
          { "id": "4" } ] }
        """;
}
