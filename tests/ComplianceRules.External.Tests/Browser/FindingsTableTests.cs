using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>The table of findings against the assessment that it shows.</summary>
[Collection(BrowsingFindings.Name)]
public sealed class FindingsTableTests(Browsing browsing) : BrowserTest(browsing)
{
    private const string Rows = """
        column => [...document.querySelectorAll('.grid-body .grid-row')]
          .sort((a, b) => a.getAttribute('aria-rowindex') - b.getAttribute('aria-rowindex')).map((row) => row.querySelector(column).textContent)
        """;

    [Theory]
    [InlineData("示例第一小学")]
    [InlineData("作业")]
    [InlineData("HOMEWORK")]
    [InlineData("class_size 小学")]
    [InlineData("3703229004")]
    [InlineData("no such words")]
    public async Task Words_are_looked_for_in_schools_rules_and_sentences_of_both_languages(string words)
    {
        IPage page = await Open(Reports.County, "findings");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        await ExpectFound(page, finding => Array.TrueForAll(words.Split(' '), word => TextOf(finding).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Verdicts_are_switched_on_and_off()
    {
        IPage page = await Open(Reports.County, "findings");
        await page.GetByRole(AriaRole.Button, new() { Name = "待定", Exact = true }).ClickAsync();
        await ExpectFound(page, f => f.Verdict == Verdict.Undetermined);
        await page.GetByRole(AriaRole.Button, new() { Name = "不合规", Exact = true }).ClickAsync();
        await ExpectFound(page, f => f.Verdict is Verdict.Undetermined or Verdict.NonCompliant);
        await page.GetByRole(AriaRole.Button, new() { Name = "待定", Exact = true }).ClickAsync();
        await ExpectFound(page, f => f.Verdict == Verdict.NonCompliant);
        await page.GetByRole(AriaRole.Button, new() { Name = "清除筛选" }).ClickAsync();
        await ExpectFound(page, _ => true);
    }

    [Fact]
    public async Task An_area_and_a_severity_narrow_the_table_down_together()
    {
        IPage page = await Open(Reports.County, "findings");
        await Choice(page, "领域").SelectOptionAsync("homework");
        await ExpectFound(page, f => f.Area == "homework");
        await page.GetByRole(AriaRole.Group, new() { Name = "严重程度" }).GetByRole(AriaRole.Button, new() { Name = "违规" }).ClickAsync();
        await ExpectFound(page, f => f is { Area: "homework", Severity: Severity.Violation });
    }

    [Fact]
    public async Task A_region_has_the_findings_of_everything_below_it()
    {
        IPage page = await Open(Reports.County, "findings");
        await Choice(page, "区域").SelectOptionAsync("370322");
        await ExpectFound(page, f => f.Place?.Region?.ToString() == "370322");
        await Choice(page, "区域").SelectOptionAsync("370000");
        await ExpectFound(page, f => f.Place?.Region?.ToString() is "370322" or "370300" or "370000");
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_and_comes_back_with_it()
    {
        IPage page = await Open(Reports.County, "findings?verdict=NonCompliant&area=school_time&q=%E5%B0%8F%E5%AD%A6");
        await ExpectFound(page, f => f is { Verdict: Verdict.NonCompliant, Area: "school_time" } && TextOf(f).Contains("小学", StringComparison.Ordinal));
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("小学");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "不合规", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_column_is_sorted_up_and_then_down()
    {
        Finding[] broken = [.. ReportFiles.Assessment.Findings
            .Where(f => f is { Verdict: Verdict.NonCompliant, Observed.Type: FieldType.Number, Subject: not null }).GroupBy(f => f.Rule).OrderByDescending(g => g.Count()).First()];
        IPage page = await Open(Reports.County, $"findings?verdict=NonCompliant&rule={Uri.EscapeDataString(broken[0].Rule)}");
        ILocator head = page.GetByRole(AriaRole.Columnheader, new() { Name = "实际" });
        await Expect(head).ToHaveAttributeAsync("aria-sort", "none");
        await head.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "判定" })).ToHaveAttributeAsync("aria-sort", "none");
        double[] up = [.. (await page.EvaluateAsync<string[]>(Rows, ".c-value")).Select(Leading)];
        Assert.Equal(up.Order(), up);
        Assert.Equal(broken.Min(Observed), up[0], 0.01);
        await head.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        double[] down = [.. (await page.EvaluateAsync<string[]>(Rows, ".c-value")).Select(Leading)];
        Assert.Equal(down.OrderDescending(), down);
        Assert.Equal(broken.Max(Observed), down[0], 0.01);
    }

    [Fact]
    public async Task Margins_of_per_cents_are_in_percentage_points()
    {
        Finding broken = ReportFiles.Assessment.Findings.First(f => f is { Verdict: Verdict.NonCompliant, Unit: "%", Margin: not null });
        IPage page = await Open(Reports.County, $"findings?verdict=NonCompliant&rule={Uri.EscapeDataString(broken.Rule)}");
        await Expect(page.Locator(".grid-row[aria-rowindex='2'] .c-margin")).ToContainTextAsync("个百分点");
    }

    [Fact]
    public async Task Only_rows_in_sight_are_there_and_all_can_be_reached_by_keys()
    {
        IPage page = await Open(Reports.County, "findings");
        ILocator rows = page.Locator(".grid-body .grid-row");
        Assert.InRange(await rows.CountAsync(), 5, 80);
        await Expect(page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-rowcount", (ReportFiles.Assessment.Findings.Count + 1).ToString(CultureInfo.InvariantCulture));
        await page.Locator(".grid-body [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator(".grid-row:focus")).ToHaveAttributeAsync("aria-rowindex", (ReportFiles.Assessment.Findings.Count + 1).ToString(CultureInfo.InvariantCulture));
        Assert.InRange(await rows.CountAsync(), 5, 80);
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator(".grid-row:focus")).ToHaveAttributeAsync("aria-rowindex", "2");
    }

    private static ILocator Choice(IPage page, string label) => page.Locator("label.field").Filter(new() { Has = page.GetByText(label, new() { Exact = true }) }).Locator("select");

    private static string TextOf(Finding finding)
    {
        LocalText? area = ReportFiles.Assessment.Overview!.Areas.FirstOrDefault(a => a.Id == finding.Area)?.Title;
        string?[] texts = [area?.Chinese, area?.English, finding.Rule, finding.Title.Chinese, finding.Title.English, finding.Area, finding.Subject?.Id, finding.Subject?.Name, finding.Place?.School?.Name, finding.Message.Chinese, finding.Message.English];
        return string.Join('\n', texts);
    }

    private static double Leading(string text) =>
        double.Parse(string.Concat(text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static double Observed(Finding finding) => double.Parse(finding.Observed!.Text, CultureInfo.InvariantCulture);

    private static Task ExpectFound(IPage page, Func<Finding, bool> isAsked)
    {
        FindingList all = ReportFiles.Assessment.Findings;
        return Expect(page.Locator("p.count")).ToHaveTextAsync($"共 {Number(all.Count(isAsked))} 条（全部 {Number(all.Count)} 条）");
    }
}
