using System.Text.RegularExpressions;
using ComplianceRules.Diagnostics;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class HtmlAssetsTests
{
    private const int MostLines = 400;

    private static readonly string Folder = RepositoryRoot.Combine("src/ComplianceRules/Reports/Html/assets");

    [Fact]
    public void Every_file_of_the_folder_is_in_the_page() =>
        Assert.Equal(Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), HtmlAssets.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void No_file_is_longer_than_a_reader_bears() => Assert.All(Files(), file => Assert.True(File.ReadAllLines(file).Length <= MostLines, file));

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("new Function")]
    [InlineData("fetch(")]
    [InlineData("XMLHttpRequest")]
    [InlineData("http-equiv")]
    [InlineData("</script")]
    public void The_script_neither_makes_markup_of_text_nor_asks_for_anything(string word) => Assert.DoesNotContain(word, HtmlAssets.Script, StringComparison.Ordinal);

    [Fact]
    public void The_style_loads_nothing()
    {
        Assert.DoesNotContain("@import", HtmlAssets.Style, StringComparison.Ordinal);
        Assert.Empty(Regex.Matches(HtmlAssets.Style, "url\\((?!#)").Select(m => m.Value));
    }

    [Fact]
    public void Every_text_that_the_script_asks_for_stands_there() =>
        Assert.All(Asked(), key => Assert.Contains(HtmlHead.TextPrefix + key, ReportTexts.Entries.Keys));

    [Theory]
    [InlineData("verdict", "NonCompliant", "Undetermined", "Waived", "Compliant", "NotApplicable")]
    [InlineData("severity", "violation", "warning", "advice", "progress")]
    [InlineData("binding", "mandatory", "principle", "encouraged", "target")]
    [InlineData("certainty", "read", "mixed", "unverified")]
    [InlineData("role", "inForce", "tightened", "overtaken", "relaxed", "replaced", "restated", "joined", "superseded")]
    [InlineData("correction", "none", "cheapest", "sufficient", "collect", "withheld")]
    [InlineData("level", "nation", "province", "city", "county")]
    [InlineData("waiverIssue", "expired", "endsSoon", "unused", "unknownSubject", "overlapping")]
    public void Every_word_of_a_family_stands_there(string family, params string[] words) =>
        Assert.All(words, word => Assert.Contains($"{HtmlHead.TextPrefix}{family}.{word}", ReportTexts.Entries.Keys));

    [Fact]
    public void A_digest_is_what_a_browser_computes() =>
        Assert.Equal("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='", HtmlAssets.Digest("abc"));

    private static string[] Files() => Directory.GetFiles(Folder);

    private static IEnumerable<string> Asked() =>
        Regex.Matches(HtmlAssets.Script, "say\\('([^']+)'").Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);
}
