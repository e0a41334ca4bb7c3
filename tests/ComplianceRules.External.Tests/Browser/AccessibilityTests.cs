using ComplianceRules.Tests;
using Microsoft.Playwright;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>What axe-core, from npm, finds; <c>.ci/run</c> installs it below <c>artifacts/node</c>.</summary>
[Collection(BrowsingPages.Name)]
public sealed class AccessibilityTests(Browsing browsing) : BrowserTest(browsing)
{
    private const string FolderVariable = "COMPLIANCE_NODE_MODULES";

    private static readonly Lazy<string> Axe = new(Read);

    public static TheoryData<string, string> Looks => new() { { "zh", "light" }, { "zh", "dark" }, { "en", "light" }, { "en", "dark" } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_view_has_a_serious_fault(string language, string colours)
    {
        IPage page = await Open(Reports.Compared, string.Empty, new BrowserNewContextOptions { ColorScheme = colours == "dark" ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        if (language == "en") await page.Locator("#language").ClickAsync();
        await page.EvaluateAsync(Axe.Value);
        foreach (string view in PageViews.All)
        {
            await Go(page, view);
            Assert.Empty(await Faults(page, view));
        }
    }

    [Fact]
    public async Task A_fault_would_be_found()
    {
        IPage page = await Open(Reports.County);
        await page.EvaluateAsync(Axe.Value);
        await page.EvaluateAsync("() => { const button = document.createElement('button'); document.querySelector('main').append(button); }");
        Assert.Contains("button-name", Assert.Single(await Faults(page, "overview")), StringComparison.Ordinal);
    }

    private static Task<string[]> Faults(IPage page, string view) => page.EvaluateAsync<string[]>(
        """
        async (view) => (await axe.run({ resultTypes: ['violations'] })).violations.filter((fault) => ['serious', 'critical'].includes(fault.impact))
          .map((fault) => `${view}: ${fault.id}: ${fault.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 150)} ${node.failureSummary}`).join(' | ')}`)
        """,
        view);

    private static string Read()
    {
        string modules = Environment.GetEnvironmentVariable(FolderVariable) ?? RepositoryRoot.Combine("artifacts/node/node_modules");
        string file = Path.Combine(modules, "axe-core", "axe.min.js");
        Assert.True(File.Exists(file), $"{file} is missing: run .ci/run");
        return File.ReadAllText(file);
    }
}
