using ComplianceRules.Findings;
using Microsoft.Playwright;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>That nothing is asked for and nothing complains is told by <see cref="BrowserTest"/> after every test.</summary>
[Collection(BrowsingPages.Name)]
public sealed class OpeningTests(Browsing browsing) : BrowserTest(browsing)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_view_opens_without_network_and_without_a_complaint(string language)
    {
        IPage page = await Open(Reports.Compared);
        if (language == "en") await page.Locator("#language").ClickAsync();
        foreach (string view in PageViews.All)
        {
            await Go(page, view);
            Assert.NotEmpty(await page.Locator("main h1").InnerTextAsync());
            string text = await page.Locator("body").InnerTextAsync();
            Assert.All((string[])["undefined", "NaN", "[object", "null"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_overview_tells_the_verdicts_of_the_assessment()
    {
        IPage page = await Open(Reports.County);
        IReadOnlyList<string> counts = await page.Locator(".verdicts .tile-count").AllInnerTextsAsync();
        VerdictCounts all = ReportFiles.Assessment.Counts;
        Assert.Equal(new[] { all.NonCompliant, all.Undetermined, all.Waived, all.Compliant, all.NotApplicable }.Select(c => Number(c)), counts);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_shows_a_view_and_no_error()
    {
        IPage page = await Open(Reports.County, "nowhere/%E0%A4%A?verdict=%%%");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("评估概览");
        await Go(page, "finding/999999");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("没有这条明细");
    }
}
