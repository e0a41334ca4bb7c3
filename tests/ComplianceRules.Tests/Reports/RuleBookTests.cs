using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Reports;

public sealed class RuleBookTests
{
    private const string Most = """
        { "most": { "unit": "pupil", "strictness": "lower", "by": "stage", "title": { "zh": "最大班额", "en": "largest size" }, "note": "by stage", "values": [
            { "from": "2020-01-01", "value": { "primary": 50, "junior": 55 }, "source": { "instrument": "law", "clause": "3" } } ] } }
        """;

    private const string Limit = "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }";

    private static readonly string Nation = Pack(parameters: Most, rules: $"[{Rule("size", Limit, ", \"remedy\": \"分班\", \"note\": \"remark on the rule\"")}, {Rule("pupils", "\"limit\": { \"of\": \"enrolment\", \"max\": 60 }")}]", more: ", \"note\": \"remark on the pack\"");

    private static readonly string County = Pack("county", "370322", facts: "{}", parameters: """{ "most": { "values": [ { "from": "2022-01-01", "value": { "primary": 45 }, "source": { "instrument": "law", "clause": "9" } } ] } }""",
        rules: $"[{Rule("fewer", "\"limit\": { \"of\": \"enrolment\", \"max\": 40 }", ", \"overrides\": \"pupils\"")}]", more: ", \"extends\": \"a\"");

    private static readonly string Template = Pack("con", facts: "{}", more: ", \"template\": true");

    [Fact]
    public void There_is_a_page_a_pack_and_one_each_for_the_packs_the_instruments_and_the_terms() => Assert.Equal(
        ["book.css", "index.html", "instruments.html", "terms.html", "pack-a.html", "pack-con.html", "pack-county.html"],
        Book(TextLanguage.English, Nation, County, Template).Keys);

    [Fact]
    public void An_area_is_headed_by_its_title_and_by_its_id_where_it_has_none()
    {
        string titled = Nation.Replace("\"note\": \"remark on the pack\"", """ "areas": { "x": { "zh": "领域甲", "en": "the x area" } } """, StringComparison.Ordinal);
        Assert.Contains(">the x area</h3>", Book(TextLanguage.English, titled)["pack-a.html"], StringComparison.Ordinal);
        Assert.Contains(">领域甲</h3>", Book(TextLanguage.Chinese, titled)["pack-a.html"], StringComparison.Ordinal);
        Assert.Contains(">Area: x</h3>", Book(TextLanguage.English, Nation)["pack-a.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TextLanguage.Chinese, "zh-CN")]
    [InlineData(TextLanguage.English, "en")]
    public void Every_page_is_whole_and_reaches_nothing_but_the_book(TextLanguage language, string lang)
    {
        Dictionary<string, string> book = Book(language, Nation, County, Template);
        Assert.All(book.Where(p => p.Key != "book.css"), page =>
        {
            Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">", page.Value, StringComparison.Ordinal);
            HtmlPage read = HtmlPage.Read(page.Value);
            Assert.DoesNotContain("script", read.Elements);
            Assert.All(read.Links, link => Assert.True(IsThere(link, page.Key, book), $"{page.Key}: {link}"));
            Assert.Equal(read.Anchors.Distinct(StringComparer.Ordinal), read.Anchors);
            Assert.DoesNotContain('\r', page.Value);
        });
        Assert.DoesNotContain("url(", book["book.css"], StringComparison.Ordinal);
        Assert.DoesNotContain("@import", book["book.css"], StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_a_pack_are_never_markup_and_never_links()
    {
        const string Evil = "<script>alert(1)</script><a href='javascript:alert(2)'>x</a>\\\" onmouseover=\\\"alert(3)&amp;<!--";
        string hostile = Nation.Replace("\"规则\"", $"\"{Evil}\"", StringComparison.Ordinal).Replace("\"包\"", $"\"{Evil}\"", StringComparison.Ordinal).Replace("\"法\"", $"\"{Evil}\"", StringComparison.Ordinal)
            .Replace("分班", Evil, StringComparison.Ordinal).Replace("remark on the rule", Evil, StringComparison.Ordinal).Replace("remark on the pack", Evil, StringComparison.Ordinal)
            .Replace("by stage", Evil, StringComparison.Ordinal).Replace("最大班额", Evil, StringComparison.Ordinal).Replace("\"clause\": \"1\"", $"\"clause\": \"{Evil}\"", StringComparison.Ordinal)
            .Replace("\"enrolment\": {", $"\"enrolment\": {{ \"note\": \"{Evil}\", \"title\": \"{Evil}\",", StringComparison.Ordinal);
        Dictionary<string, string> book = Book(TextLanguage.Chinese, hostile);
        Assert.All(book.Where(p => p.Key != "book.css"), page =>
        {
            HtmlPage read = HtmlPage.Read(page.Value);
            Assert.DoesNotContain("script", read.Elements);
            Assert.DoesNotContain("onmouseover", read.Attributes);
            Assert.All(read.Links, link => Assert.DoesNotContain("javascript", link, StringComparison.Ordinal));
            Assert.DoesNotContain("<!--", page.Value, StringComparison.Ordinal);
        });
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", book["pack-a.html"], StringComparison.Ordinal);
        Assert.Contains("&amp;amp;", book["terms.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_packs_give_the_same_bytes_wherever_and_in_whatever_order_they_lie()
    {
        using TempPacks one = new TempPacks().With("1/pack.json", Nation).With("2/pack.json", County);
        using TempPacks other = new TempPacks().With("x/pack.json", County).With("y/pack.json", Nation);
        Assert.Equal(Files(one, TextLanguage.Chinese).Select(Shown), Files(other, TextLanguage.Chinese).Select(Shown));

        static string Shown(BookFile file) => $"{file.Name} {Convert.ToHexString(file.Bytes.Span)}";
    }

    [Fact]
    public void A_rule_says_what_it_demands_whom_it_binds_since_when_and_on_which_source()
    {
        string page = Book(TextLanguage.English, Nation)["pack-a.html"];
        Assert.Contains("<strong>Every class must meet: </strong>“enrolment” is at most the value set (primary: 50 pupils; junior: 55 pupils).", page, StringComparison.Ordinal);
        foreach (string text in (string[])["a breach counts as a violation", "from 2020-01-01", "(number not given by the source, issuer not given by the source), clause 1; read in the source", "<dd>分班</dd>", "<dd>remark on the rule</dd>", "Note: remark on the pack", "Note: by stage", "Kind: limit", "holds: enrolment &lt;= param(&quot;most&quot;)"])
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replacement_stands_beside_what_it_replaces_with_what_was_proved()
    {
        Dictionary<string, string> book = Book(TextLanguage.English, Nation, County);
        string county = book["pack-county.html"];
        Assert.Contains("<a href=\"pack-a.html#rule/pupils\">", county, StringComparison.Ordinal);
        Assert.Contains("compared with the parent: stricter (from 2020-01-01 on)", county, StringComparison.Ordinal);
        Assert.Contains("<td>Every class must meet: “enrolment” is at most 60 pupils</td><td>Every class must meet: “enrolment” is at most 40 pupils</td>", county, StringComparison.Ordinal);
        Assert.Contains("<a href=\"pack-county.html#rule/fewer\">包</a>: stricter", book["pack-a.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_tightened_value_stands_on_the_page_of_the_pack_that_gives_it_with_its_timeline()
    {
        Dictionary<string, string> book = Book(TextLanguage.English, Nation, County);
        Assert.Contains("largest size [primary] is 45 instead of 50 pupils: stricter (from 2022-01-01 on)", book["pack-county.html"], StringComparison.Ordinal);
        Assert.Contains("<a href=\"pack-county.html#value/most\">largest size [primary]</a>: 45 pupils (county, since 2022-01-01; <a href=\"instruments.html#county/law\">法</a> clause 9), stricter than 50 pupils (a)", book["pack-county.html"], StringComparison.Ordinal);
        Assert.Contains("<a href=\"pack-county.html#changes\">包</a>: stricter", book["pack-a.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_names_the_rules_that_rest_on_it_and_a_term_those_that_read_it()
    {
        Dictionary<string, string> book = Book(TextLanguage.English, Nation, County);
        string law = book["instruments.html"].Split("<section")[1];
        Assert.Contains("<dt>Number</dt><dd><span class=\"absent\">not given by the source</span></dd>", law, StringComparison.Ordinal);
        Assert.Contains("<dt>In force from</dt><dd>2020-01-01</dd>", law, StringComparison.Ordinal);
        Assert.Contains("pack-a.html#rule/size", law, StringComparison.Ordinal);
        string enrolment = book["terms.html"].Split("<tr").Single(r => r.Contains("id=\"class/enrolment\"", StringComparison.Ordinal));
        Assert.Contains("number; pupils; 0 to 300; in steps of 1", enrolment, StringComparison.Ordinal);
        Assert.Contains("pack-county.html#rule/fewer", enrolment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_term_says_what_it_is_worked_out_of()
    {
        string derived = PackText.Facts.Replace("\"bright\"", "\"crowded\": { \"type\": \"bool\", \"title\": { \"en\": \"crowded\", \"zh\": \"拥挤\" }, \"derive\": \"enrolment > 50\" }, \"bright\"", StringComparison.Ordinal);
        Dictionary<string, string> book = Book(TextLanguage.English, Pack(facts: derived, rules: $"[{Rule("r", "\"forbid\": \"crowded\"")}]"));
        Assert.Contains("Worked out of other facts: “enrolment” is more than 50 pupils.<", book["terms.html"], StringComparison.Ordinal);
        Assert.Contains("“crowded” is “yes”", book["pack-a.html"], StringComparison.Ordinal);
        Assert.Contains("<a href=\"terms.html#class/crowded\">crowded</a>; <a href=\"terms.html#class/enrolment\">", book["pack-a.html"], StringComparison.Ordinal);
    }

    private static bool IsThere(string link, string page, Dictionary<string, string> book)
    {
        string[] parts = link.Split('#');
        string file = parts[0].Length == 0 ? page : parts[0];
        return book.TryGetValue(file, out string? text) && (parts.Length == 1 || HtmlPage.Read(text).Anchors.Contains(parts[1]));
    }

    private static Dictionary<string, string> Book(TextLanguage language, params string[] packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"p{i}/pack.json", packs[i]);
        return Files(folder, language).ToDictionary(f => f.Name, f => Encoding.UTF8.GetString(f.Bytes.Span), StringComparer.Ordinal);
    }

    private static ImmutableArray<BookFile> Files(TempPacks folder, TextLanguage language)
    {
        PackSet packs = PackReader.ReadDirectory(folder.Path).Value;
        Checked<Catalogue> catalogue = PackChecker.Check(packs);
        Assert.True(catalogue.IsValid, string.Join('\n', catalogue.Diagnostics));
        return RuleBook.Files(catalogue.Value, PackChecker.Prove(packs), language);
    }
}
