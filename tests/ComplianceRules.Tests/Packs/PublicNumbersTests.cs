using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

/// <summary>Numbers that were made public, judged by the packs that ship.</summary>
public sealed class PublicNumbersTests
{
    private static readonly Catalogue _catalogue = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value).Value;

    // Ningguo, Anhui, 2022: the coefficients of variation between schools that the county published.
    public static TheoryData<string, string, double, double> Ningguo => new()
    {
        { "above-degree", "teachers_above_degree", 0.677, 0.542 },
        { "backbone", "backbone_teachers", 0.674, 1.055 },
        { "pe-arts", "pe_arts_teachers", 0.618, 0.507 },
        { "teaching-area", "teaching_area", 0.519, 0.587 },
        { "sports-area", "sports_area", 0.597, 0.686 },
        { "equipment", "equipment_value", 0.167, 0.254 },
        { "multimedia", "multimedia_rooms", 0.759, 0.496 },
    };

    [Theory]
    [MemberData(nameof(Ningguo))]
    public void Of_the_coefficients_that_Ningguo_published_only_equipment_is_within_the_limits(string resource, string field, double primary, double junior)
    {
        Assessment assessment = Judge(County(field, primary, junior));

        foreach ((string stage, double coefficient) in new[] { ("primary", primary), ("junior", junior) })
        {
            Finding finding = Assert.Single(assessment.Findings, f => f.Rule == $"cn/facilities.balance-{resource}-{stage}" && f.Subject?.ToString() == "region:341881");
            Assert.Equal(Text(coefficient), finding.Observed?.Text);
            Assert.Equal(resource == "equipment" ? Verdict.Compliant : Verdict.NonCompliant, finding.Verdict);
            Assert.Equal(stage == "primary" ? "0.5" : "0.45", finding.Limit?.Text);
        }
    }

    [Fact]
    public void The_shares_that_a_paired_school_states_agree_with_its_67_teachers()
    {
        Assessment assessment = Judge("""
            { "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "341881", "packs": ["plan-001-1"], "teachers": 67,
              "graduate_teachers": 59, "reported_graduates_share": 88.1, "senior_title_teachers": 29, "reported_senior_titles_share": 43.3,
              "teachers_over_fifty": 27, "reported_over_fifty_share": 40.3, "backbone_all_levels": 27, "reported_backbone_share": 40.3 } ] }
            """);

        Finding[] shares = [.. assessment.Findings.Where(f => f.Rule.StartsWith("plan-001-1/facilities.plan-share-", StringComparison.Ordinal))];
        Assert.Equal(4, shares.Length);
        Assert.All(shares, f => Assert.Equal(Verdict.Compliant, f.Verdict));
    }

    // Two schools of which one has four times the pupils: with 1 + 2c and 1 - c/2 a pupil the coefficient is c exactly.
    private static string County(string field, double primary, double junior)
    {
        string schools = string.Join(", ", Pair("primary", field, primary).Concat(Pair("junior", field, junior)));
        return $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["341881"], "regions": [ { "code": "341881", "level": "county" } ], "schools": [ {{schools}} ] }""";
    }

    private static IEnumerable<string> Pair(string type, string field, double coefficient) =>
    [
        $$"""{ "id": "{{type}}-1", "region": "341881", "school_type": "{{type}}", "enrolment": 10000, "{{field}}": {{Text(Math.Round(1000 + (2000 * coefficient)))}} }""",
        $$"""{ "id": "{{type}}-2", "region": "341881", "school_type": "{{type}}", "enrolment": 40000, "{{field}}": {{Text(Math.Round(4000 - (2000 * coefficient)))}} }""",
    ];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static Assessment Judge(string text)
    {
        using TempPacks folder = new TempPacks().With("snapshot.json", text);
        Snapshot snapshot = new JsonSnapshotSource($"{folder.Path}/snapshot.json", "snapshot.json").Read(_catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(_catalogue, new DateOnly(2026, 9, 1)).Run(snapshot, new RunOptions { IncludeAll = true });
    }
}
