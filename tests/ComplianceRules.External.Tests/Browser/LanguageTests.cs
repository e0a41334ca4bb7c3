using ComplianceRules.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceRules.External.Tests.Browser;

[Collection(BrowsingPages.Name)]
public sealed class LanguageTests(Browsing browsing) : BrowserTest(browsing)
{
    [Fact]
    public async Task The_language_is_switched_there_and_back()
    {
        IPage page = await Open(Reports.County);
        ILocator html = page.Locator("html");
        ILocator title = page.Locator("main h1");
        await Expect(html).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(title).ToHaveTextAsync("评估概览");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(html).ToHaveAttributeAsync("lang", "en");
        await Expect(title).ToHaveTextAsync("Overview");
        await Expect(page.Locator("#language")).ToBeFocusedAsync();
        Assert.StartsWith("Compliance report", await page.TitleAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await Expect(title).ToHaveTextAsync("评估概览");
    }

    [Fact]
    public async Task A_filter_and_a_finding_outlast_the_switch()
    {
        IPage page = await Open(Reports.County, "findings?verdict=Undetermined");
        string zh = await page.Locator("p.count").InnerTextAsync();
        await page.Locator("#language").ClickAsync();
        string en = await page.Locator("p.count").InnerTextAsync();
        Assert.Equal($"共 {en.Split(' ')[0]} 条（全部 {en.Split(' ')[2]} 条）", zh);
        await page.Locator(".grid-row[aria-rowindex='2'] .c-sentence").ClickAsync();
        string sentence = await page.Locator(".sentence > p").InnerTextAsync();
        Assert.Contains(sentence, ReportFiles.Assessment.Findings.Select(f => f.Message.In(TextLanguage.English)));
    }

    [Theory]
    [InlineData("light", "dark")]
    [InlineData("dark", "light")]
    public async Task The_look_follows_the_system_until_it_is_switched(string system, string other)
    {
        IPage page = await Open(Reports.County, string.Empty, new BrowserNewContextOptions { ColorScheme = system == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        Assert.Equal(system == "dark", await IsDark(page));
        await page.Locator("#theme").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", other);
        Assert.Equal(other == "dark", await IsDark(page));
    }

    private static Task<bool> IsDark(IPage page) =>
        page.EvaluateAsync<bool>("() => getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0) < 300");
}
