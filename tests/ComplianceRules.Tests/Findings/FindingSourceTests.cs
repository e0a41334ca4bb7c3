using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Findings;

public sealed class FindingSourceTests
{
    [Theory]
    [InlineData("教育部", "1号", "2", "教育部《办法》 1号 条款 2", "Ministry: Measures, 1号, clause 2")]
    [InlineData(null, "1号", null, "《办法》 1号", "Measures, 1号")]
    [InlineData("教育部", null, "2", "教育部《办法》 条款 2", "Ministry: Measures, clause 2")]
    [InlineData(null, null, null, "《办法》", "Measures")]
    public void A_citation_says_what_the_source_gives_and_fills_nothing_in(string? issuer, string? number, string? clause, string chinese, string english)
    {
        LocalText? by = issuer is null ? null : new LocalText(issuer, "Ministry");
        Instrument instrument = new("m", InstrumentKind.Notice, new LocalText("办法", "Measures"), number, by, null, null, Certainty.Read);
        FindingSource source = new("cn", instrument, clause, null);
        Assert.Equal(chinese, source.Citation(TextLanguage.Chinese));
        Assert.Equal(english, source.Citation(TextLanguage.English));
    }

    [Fact]
    public void A_title_within_a_title_stands_in_single_marks()
    {
        Instrument instrument = new("m", InstrumentKind.Notice, new LocalText("关于《教育法》的决定", "Decision on the law"), null, null, null, null, Certainty.Read);
        Assert.Equal("《关于〈教育法〉的决定》", new FindingSource("cn", instrument, null, null).Citation(TextLanguage.Chinese));
    }
}
