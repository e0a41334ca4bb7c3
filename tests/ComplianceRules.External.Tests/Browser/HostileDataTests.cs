using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>Names that are markup. A dialog, a request or a complaint would fail each test too.</summary>
[Collection(BrowsingPages.Name)]
public sealed class HostileDataTests(Browsing browsing) : BrowserTest(browsing)
{
    [Fact]
    public async Task A_school_called_by_markup_is_text_in_every_view()
    {
        IPage page = await Open(Reports.Hostile);
        foreach (string view in PageViews.All)
        {
            await Go(page, view);
            Assert.Equal(0, await page.Locator("img, iframe, object, embed, base, svg[onload], main script, main style").CountAsync());
        }

        Assert.Equal(1, await page.Locator("script").CountAsync());
    }

    [Theory]
    [InlineData(0, "img onerror")]
    [InlineData(1, "svg onload")]
    public async Task It_is_found_by_its_name_and_shown_by_it(int which, string words)
    {
        string name = ReportFiles.HostileNames[which];
        IPage page = await Open(Reports.Hostile, "findings");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
        ILocator row = page.Locator(".grid-row[aria-rowindex='2']");
        await Expect(row.Locator(".c-subject")).ToContainTextAsync(name);
        await row.Locator(".c-sentence").ClickAsync();
        await Expect(page.Locator("main .lead")).ToContainTextAsync(name);
        await Go(page, "regions/370322");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("findings?school=<img src=x onerror=alert(4)>")]
    [InlineData("findings?q=<img src=x onerror=alert(5)>")]
    [InlineData("regions/<img src=x onerror=alert(6)>")]
    [InlineData("measures/javascript:alert(7)")]
    public async Task An_address_made_by_somebody_else_is_text(string route)
    {
        IPage page = await Open(Reports.County, route);
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("img").CountAsync());
    }
}
