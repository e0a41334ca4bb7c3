using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Engine.Waiving.Waived;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Waiving;

public sealed class WaiverFileTests
{
    private const string Granted = ", \"authority\": \"市教育局\", \"instrument\": \"law\"";
    private static readonly string Limited = Pack(rules: $"[{Rule(kind: AtMost45)}]");

    [Fact]
    public void Waivers_in_a_file_apart_excuse_as_those_in_packs()
    {
        Assessment assessment = Of([Limited], file: $$"""{ "waivers": [{{Waiver(more: Granted)}}] }""");
        Finding waived = assessment.Findings.Single(f => f.Verdict == Verdict.Waived);
        Assert.Equal(("class:s/1", null, "waivers.json(1,15)"), ($"{waived.Subject}", waived.Waiver!.Pack, waived.Waiver.Place));
        Assert.Equal("法", waived.Waiver.Instrument!.Title.In(TextLanguage.Chinese));
    }

    [Fact]
    public void A_file_may_bring_its_own_instruments_and_language()
    {
        string file = """{ "language": "en", "instruments": { "order": { "title": "Order 7", "certainty": "read" } }, "waivers": [""" +
            """{ "area": "x", "subject": "school:t", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": "city bureau", "instrument": "order", "reason": "moving" }] }""";
        Finding waived = Of([Limited], file: file).Findings.Single(f => f.Verdict == Verdict.Waived);
        Assert.EndsWith(" (waived by city bureau under Order 7: moving; until 2026-12-31)", waived.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "waivers": [{0}] }""", "", "CR3102")]
    [InlineData("""{ "waivers": [{0}] }""", ", \"authority\": \"局\", \"instrument\": \"lax\"", "CR2113")]
    [InlineData("""{ "waivers": [{0}], "rules": [] }""", Granted, "CR1003")]
    [InlineData("""{ "instruments": {} }""", "", "CR1030")]
    [InlineData("""[{0}]""", Granted, "CR1036")]
    public void A_file_that_is_wrong_is_refused(string file, string more, string code)
    {
        Checked<WaiverFile> read = File(file.Replace("{0}", Waiver(more: more), StringComparison.Ordinal), Catalogue(Limited));
        Assert.False(read.IsValid);
        Assert.Contains(code, read.Diagnostics.Select(d => $"{d.Code}"));
    }

    [Fact]
    public void A_rule_id_that_several_packs_have_needs_its_pack()
    {
        Catalogue catalogue = Catalogue(Pack(region: "370000", rules: $"[{Rule()}]"), Pack("b", "440000", rules: $"[{Rule()}]"));
        Diagnostic problem = Assert.Single(File($$"""{ "waivers": [{{Waiver(more: Granted)}}] }""", catalogue).Diagnostics);
        Assert.Equal(("CR4300", "several packs have a rule `r`: `a/r`, `b/r`"), ($"{problem.Code}", problem.Message(TextLanguage.English)));
        Assert.True(File($$"""{ "waivers": [{{Waiver("\"rule\": \"b/r\"", more: Granted)}}] }""", catalogue).IsValid);
    }

    [Fact]
    public void Waivers_that_were_read_against_other_packs_are_refused()
    {
        Catalogue other = Catalogue(Limited);
        WaiverFile file = File($$"""{ "waivers": [{{Waiver(more: Granted)}}] }""", Catalogue(Limited)).Value;
        using TempPacks folder = new TempPacks().With("s.json", Sample);
        ComplianceRules.Facts.Snapshot snapshot = new ComplianceRules.Facts.JsonSnapshotSource(folder.Path + "/s.json", "s.json").Read(other.Schema, new(), CancellationToken.None).Value;
        Assert.Throws<ArgumentException>(() => Plan.For(other, Judged.Day).Run(snapshot, new RunOptions { Waivers = file }));
    }

    private static Catalogue Catalogue(params ImmutableArray<string> packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        return PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
    }
}
