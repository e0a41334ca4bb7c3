using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>Readers without scripts, on paper, with a small screen, or who want nothing to move.</summary>
[Collection(BrowsingPages.Name)]
public sealed class PlainReaderTests(Browsing browsing) : BrowserTest(browsing)
{
    public static TheoryData<string> Views => [.. PageViews.All];

    [Fact]
    public async Task Without_scripts_there_is_a_summary()
    {
        IPage page = await Open(Reports.County, string.Empty, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await Expect(page.Locator("noscript h1")).ToBeVisibleAsync();
        await Expect(page.Locator("noscript table").First).ToContainTextAsync(ReportFiles.Assessment.Shown.NonCompliant.ToString());
        Assert.InRange(await page.Locator("noscript table").Nth(2).Locator("tr").CountAsync(), 10, 50);
    }

    [Fact]
    public async Task On_paper_the_overview_stands_without_its_controls()
    {
        IPage page = await Open(Reports.County);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.NotEqual(0, await page.Locator("main .card").CountAsync());
        foreach (ILocator card in await page.Locator("main .card").AllAsync()) await Expect(card).ToBeVisibleAsync();
        await Expect(page.Locator(".top")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_paper_the_first_findings_are_listed_and_the_rest_is_counted()
    {
        IPage page = await Open(Reports.County, "findings");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Expect(page.Locator("#print tbody tr")).ToHaveCountAsync(500);
        await Expect(page.Locator("#print p").First).ToHaveTextAsync($"仅显示前 500 条，共 {Number(ReportFiles.Assessment.Findings.Count)} 条。");
        await Expect(page.Locator(".grid")).ToBeHiddenAsync();
        await page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await Expect(page.Locator("#print tbody tr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_paper_the_heat_map_is_a_table_of_all_its_rows()
    {
        IPage page = await Open(Reports.County, "map?group=school");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Expect(page.Locator("#print .map-table tbody tr")).ToHaveCountAsync(ReportFiles.Assessment.Overview!.Schools.Length);
        await Expect(page.Locator(".map-view")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task It_becomes_a_file_for_paper()
    {
        IPage page = await Open(Reports.County);
        byte[] paper = await page.PdfAsync(new PagePdfOptions { Format = "A4", PrintBackground = true });
        Assert.Equal("%PDF"u8.ToArray(), paper[..4]);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task On_a_telephone_nothing_is_wider_than_the_screen(string view)
    {
        IPage page = await Open(Reports.Compared, view, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        foreach (string language in new[] { "English", "中文" })
        {
            string[] wide = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const scrolls = (node) => node && (/auto|scroll|hidden|clip/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
                  const isSeen = (node) => node.checkVisibility() && !node.closest('.unseen, noscript');
                  const wide = [...document.body.querySelectorAll('*')].filter((node) => isSeen(node) && node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node.parentElement));
                  return [...(document.documentElement.scrollWidth > 390 ? [`page ${document.documentElement.scrollWidth}`] : []), ...wide.map((node) => node.outerHTML.slice(0, 120))];
                }
                """);
            Assert.Empty(wide);
            await page.GetByRole(AriaRole.Button, new() { Name = language }).ClickAsync();
        }
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, false)]
    [InlineData(ReducedMotion.NoPreference, true)]
    public async Task Nothing_moves_for_those_who_ask_for_it(ReducedMotion wish, bool moves)
    {
        IPage page = await Open(Reports.County, string.Empty, new BrowserNewContextOptions { ReducedMotion = wish });
        bool[] moving = await page.EvaluateAsync<bool[]>("() => [...document.querySelectorAll('*')].map((node) => getComputedStyle(node)).map((s) => s.transitionDuration !== '0s' || s.animationName !== 'none')");
        Assert.Equal(moves, moving.Contains(true));
    }
}
