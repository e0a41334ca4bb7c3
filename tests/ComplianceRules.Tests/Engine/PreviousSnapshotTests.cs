using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class PreviousSnapshotTests
{
    private static readonly DateOnly AsOf = new(2026, 9, 1);

    [Theory]
    [InlineData("2026-09-01", "2025-09-01", false)]
    [InlineData("2026-09-01", "2026-09-01", true)]
    [InlineData("2026-09-01", "2026-09-02", true)]
    [InlineData("2026-09-01", null, false)]
    [InlineData(null, "2026-09-01", false)]
    public void An_earlier_snapshot_that_is_not_earlier_is_doubted(string? now, string? before, bool isDoubted)
    {
        Diagnostic? doubt = Read(BaseTables.Schema, now).DoubtAbout(Read(BaseTables.Schema, before));
        Assert.Equal(isDoubted ? "CR4130" : null, doubt?.Code.ToString());
        Assert.NotEqual(DiagnosticSeverity.Error, doubt?.Severity);
    }

    [Fact]
    public void The_assessment_says_what_was_found_in_the_earlier_data()
    {
        Catalogue catalogue = Checked();
        Snapshot snapshot = Read(catalogue.Schema, "2026-09-01");
        Assessment alone = Plan.For(catalogue, AsOf).Run(snapshot);
        Assessment beside = Plan.For(catalogue, AsOf).Run(snapshot, new RunOptions { Previous = Read(catalogue.Schema, "2026-09-01", "\"nothing\": 1,") });
        Assert.Null(alone.PreviousData);
        Assert.Equal(["CR4130", "CR4020"], beside.PreviousData!.Issues.Select(i => i.Code.ToString()));
        Assert.Empty(beside.Data.Issues);
    }

    [Fact]
    public void An_earlier_snapshot_of_another_schema_is_refused()
    {
        Catalogue catalogue = Checked();
        Snapshot snapshot = Read(catalogue.Schema, "2026-09-01");
        RunOptions options = new() { Previous = Read(Checked().Schema, "2025-09-01") };
        Assert.Equal("options", Assert.Throws<ArgumentException>(() => Plan.For(catalogue, AsOf).Run(snapshot, options)).ParamName);
    }

    private static Catalogue Checked()
    {
        using TempPacks folder = TempPacks.One(Pack(rules: $"[{Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }")}]"));
        return PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
    }

    private static Snapshot Read(FactSchema schema, string? date, string more = "")
    {
        string text = $$"""{ "schemaVersion": 1, {{(date is null ? string.Empty : $"\"date\": \"{date}\",")}} {{more}} "schools": [ { "id": "s", "region": "370322", "classes": [] } ] }""";
        return new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), "s.json").Read(schema, new SnapshotOptions(), CancellationToken.None).Value;
    }
}
