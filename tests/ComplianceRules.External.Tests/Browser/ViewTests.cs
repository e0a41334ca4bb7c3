using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>The views beside the table, each against the assessment.</summary>
[Collection(BrowsingFindings.Name)]
public sealed class ViewTests(Browsing browsing) : BrowserTest(browsing)
{
    [Fact]
    public async Task Regions_lead_down_to_a_school_and_its_findings()
    {
        IPage page = await Open(Reports.County, "regions");
        foreach (string below in new[] { "山东省", "淄博市", "示例县（虚构，借用高青县代码）" })
        {
            await page.Locator("main table").GetByRole(AriaRole.Link, new() { Name = below }).ClickAsync();
            await Expect(page.Locator("main h1")).ToHaveTextAsync(below);
        }

        await Expect(page.Locator(".crumbs")).ToContainTextAsync("山东省");
        Assert.Equal(ReportFiles.Assessment.Overview!.Schools.Length, await page.Locator("main tbody tr").CountAsync());
        ILocator school = page.Locator("main tbody tr").First;
        string name = await school.Locator("a").InnerTextAsync();
        string broken = await school.Locator("td").Nth(1).InnerTextAsync();
        int of = ReportFiles.Assessment.Findings.Count(f => f.Place?.School?.Name == name && f.Verdict == Verdict.NonCompliant);
        Assert.Equal(of.ToString(CultureInfo.InvariantCulture), broken);
        await school.Locator("a").ClickAsync();
        await Expect(page.Locator(".chip").First).ToContainTextAsync(name);
        await Expect(page.Locator("p.count")).ToContainTextAsync($"共 {Number(ReportFiles.Assessment.Findings.Count(f => f.Place?.School?.Name == name))} 条");
    }

    [Fact]
    public async Task The_rule_broken_most_comes_first_and_leads_to_its_findings()
    {
        IPage page = await Open(Reports.County, "rules");
        RuleSummary most = ReportFiles.Assessment.Rules.MaxBy(r => r.Counts.NonCompliant)!;
        ILocator first = page.Locator(".bars li").First;
        await Expect(first.Locator(".bar-count")).ToContainTextAsync(Number(most.Counts.NonCompliant));
        string title = await first.Locator("a").InnerTextAsync();
        await first.Locator("a").ClickAsync();
        RuleSummary[] rules = [.. ReportFiles.Assessment.Rules.Where(r => r.Title.Chinese == title)];
        int found = ReportFiles.Assessment.Findings.Count(f => f.Verdict == Verdict.NonCompliant && f.Rule == rules.MaxBy(r => r.Counts.NonCompliant)!.Rule);
        await Expect(page.Locator("p.count")).ToContainTextAsync($"共 {Number(found)} 条");
    }

    [Fact]
    public async Task Rules_are_ranked_by_what_is_undetermined_too()
    {
        IPage page = await Open(Reports.County, "rules");
        await page.GetByRole(AriaRole.Button, new() { Name = "待定" }).ClickAsync();
        await Expect(page.Locator(".bars .bar-count").First).ToContainTextAsync(Number(ReportFiles.Assessment.Rules.Max(r => r.Counts.Undetermined)));
    }

    [Fact]
    public async Task A_measure_that_is_chosen_is_drawn_with_its_limit_and_told_as_a_table()
    {
        MeasureOverview measure = ReportFiles.Assessment.Overview!.Measures.First(m => m.Limits.Length > 0 && m.Bins.Sum(b => b.Broken) > 0 && m.Bins.Sum(b => b.Kept) > 0);
        IPage page = await Open(Reports.County, "measures");
        await page.GetByRole(AriaRole.Combobox).SelectOptionAsync($"{measure.Rule}@{measure.Pack}");
        await Expect(page.Locator("main .card h2")).ToHaveTextAsync(ReportFiles.Assessment.Rules.First(r => r.Rule == measure.Rule && r.Pack == measure.Pack).Title.Chinese!);
        ILocator picture = page.Locator("svg.histogram");
        await Expect(picture).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("限值"));
        Assert.Equal(measure.Limits.Select(l => l.Value).Distinct().Count(), await picture.Locator(".limit text").CountAsync());
        Assert.NotEqual(0, await picture.Locator("rect.fill-broken").CountAsync());
        await page.Locator("main summary").ClickAsync();
        long[] broken = [.. (await page.Locator("main details tbody td:nth-child(4)").AllInnerTextsAsync()).Select(t => long.Parse(t, NumberStyles.Number, CultureInfo.InvariantCulture))];
        Assert.Equal(measure.Bins.Select(b => b.Broken), broken);
    }

    [Fact]
    public async Task Limits_of_a_measure_are_given_with_its_unit()
    {
        MeasureOverview measure = ReportFiles.Assessment.Overview!.Measures.First(m => m.Limits.Length > 0 && m.Unit == "min/d");
        IPage page = await Open(Reports.County, "measures");
        await page.GetByRole(AriaRole.Combobox).SelectOptionAsync($"{measure.Rule}@{measure.Pack}");
        await Expect(page.Locator("main .legend")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("限值 [≤≥] [0-9.]+ ?分钟/天（"));
    }

    [Fact]
    public async Task The_heat_map_is_moved_through_by_keys_says_where_it_is_and_opens_findings()
    {
        IPage page = await Open(Reports.County, "map?group=school");
        await page.Locator(".map-view").FocusAsync();
        await page.Keyboard.PressAsync("End");
        AreaOverview area = ReportFiles.Assessment.Overview!.Areas[^1];
        ILocator live = page.Locator("#live");
        await Expect(live).ToContainTextAsync($" · {area.Title.Chinese}：");
        string first = await live.InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(live).Not.ToHaveTextAsync(first);
        string said = await live.InnerTextAsync();
        Assert.Contains($" · {area.Title.Chinese}：", said, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        string school = said[..said.IndexOf(" · ", StringComparison.Ordinal)];
        int found = ReportFiles.Assessment.Findings.Count(f => f.Area == area.Id && f.Place?.School?.Name == school);
        await Expect(page.Locator("p.count")).ToContainTextAsync($"共 {Number(found)} 条");
    }

    [Fact]
    public async Task The_heat_map_is_there_as_a_table()
    {
        IPage page = await Open(Reports.County, "map?group=school");
        await page.GetByRole(AriaRole.Button, new() { Name = "表格" }).ClickAsync();
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(ReportFiles.Assessment.Overview!.Schools.Length);
        await Expect(page.Locator("main thead th")).ToHaveCountAsync(ReportFiles.Assessment.Overview.Areas.Length + 1);
        await Expect(page.Locator(".map-view")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_comparison_is_counted_and_its_new_findings_can_be_chosen()
    {
        IPage page = await Open(Reports.Compared, "changes");
        TrendCounts counts = ReportFiles.Comparison.Counts;
        FindingTrend[] told = [FindingTrend.New, FindingTrend.Worse, FindingTrend.StillOpen, FindingTrend.Better, FindingTrend.Fixed];
        Assert.NotEqual(0, counts[FindingTrend.New]);
        Assert.NotEqual(0, counts[FindingTrend.Better]);
        Assert.Equal(told.Select(t => Number(counts[t])), await page.Locator("main .tile-count").AllInnerTextsAsync());
        await Go(page, "findings");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增", Exact = true }).ClickAsync();
        await Expect(page.Locator("p.count")).ToContainTextAsync($"共 {Number(counts[FindingTrend.New])} 条");
    }

    [Fact]
    public async Task Without_a_comparison_there_is_no_view_of_changes()
    {
        IPage page = await Open(Reports.County, "changes");
        await Expect(page.Locator("main")).ToContainTextAsync("没有可对照的上次评估");
        await Expect(page.GetByRole(AriaRole.Navigation).GetByText("变化")).ToHaveCountAsync(0);
    }
}
