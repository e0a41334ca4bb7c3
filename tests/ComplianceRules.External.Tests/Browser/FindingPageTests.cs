using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceRules.External.Tests.Browser;

[Collection(BrowsingFindings.Name)]
public sealed class FindingPageTests(Browsing browsing) : BrowserTest(browsing)
{
    private const string Filtered = "findings?verdict=NonCompliant&area=homework";

    [Fact]
    public async Task A_click_on_a_row_opens_its_finding()
    {
        IPage page = await Open(Reports.County, Filtered);
        ILocator row = page.Locator(".grid-row[aria-rowindex='4']");
        string rule = await row.Locator(".c-rule").InnerTextAsync();
        string sentence = await row.Locator(".c-sentence").TextContentAsync() ?? string.Empty;
        await row.Locator(".c-sentence").ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(rule);
        await Expect(page.Locator(".sentence > p")).ToHaveTextAsync(sentence);
        Assert.Contains(sentence, ReportFiles.Assessment.Findings.Select(f => f.Message.Chinese));
    }

    [Fact]
    public async Task Enter_opens_a_finding_and_escape_leads_back_to_its_row()
    {
        IPage page = await Open(Reports.County, Filtered);
        await page.Locator(".grid-body [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".grid-row:focus")).ToHaveAttributeAsync("aria-rowindex", "4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        await Expect(page.Locator(".finding-nav")).ToContainTextAsync("第 3 条");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".grid-row:focus")).ToHaveAttributeAsync("aria-rowindex", "4");
        Assert.EndsWith($"#/{Filtered}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_back_button_of_the_browser_leads_back_and_forth()
    {
        IPage page = await Open(Reports.County, Filtered);
        string count = await page.Locator("p.count").InnerTextAsync();
        await page.Locator(".grid-row[aria-rowindex='2'] .c-sentence").ClickAsync();
        await Expect(page.Locator("article.finding")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("p.count")).ToHaveTextAsync(count);
        await page.GoForwardAsync();
        await Expect(page.Locator("article.finding")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Its_neighbours_are_those_of_the_table()
    {
        IPage page = await Open(Reports.County, Filtered);
        await page.Locator(".grid-row[aria-rowindex='2'] .c-sentence").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "上一个" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "下一个" }).ClickAsync();
        await Expect(page.Locator(".finding-nav")).ToContainTextAsync("第 2 条");
    }

    [Fact]
    public async Task It_names_the_law_the_limit_the_place_and_the_remedy()
    {
        IPage page = await Open(Reports.County, "findings?verdict=NonCompliant&severity=violation&area=class_size");
        await page.Locator(".grid-row[aria-rowindex='2'] .c-sentence").ClickAsync();
        IReadOnlyList<string> titles = await page.Locator("article .card h2").AllInnerTextsAsync();
        Assert.All((string[])["如何改正", "依据", "限值来源", "所在"], title => Assert.Contains(title, titles));
        await Expect(page.Locator("article")).ToContainTextAsync("山东省 › 淄博市 › 示例县");
    }
}
