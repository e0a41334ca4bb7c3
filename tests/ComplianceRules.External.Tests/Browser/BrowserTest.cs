using System.Globalization;
using Microsoft.Playwright;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>A test that opens pages, in one of two collections; it fails too where one of them asked for anything, complained or broke its own policy.</summary>
/// <param name="browsing">The browser and the reports.</param>
public abstract class BrowserTest(Browsing browsing) : IAsyncLifetime
{
    private readonly List<(IBrowserContext Context, PageFaults Faults)> _open = [];

    private protected ReportFiles Reports => browsing.Reports;

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach ((IBrowserContext context, PageFaults _) in _open) await context.CloseAsync();
        Assert.All(_open, page => Assert.Empty(page.Faults.All));
    }

    /// <summary>Opens a report at a view and waits until all of it is there.</summary>
    /// <param name="file">The report.</param>
    /// <param name="route">The view, such as <c>findings?verdict=Undetermined</c>.</param>
    /// <param name="look">Size, colours and the like of the browser.</param>
    private protected async Task<IPage> Open(string file, string route = "", BrowserNewContextOptions? look = null)
    {
        IBrowserContext context = await browsing.Browser.NewContextAsync(look ?? new BrowserNewContextOptions());
        PageFaults faults = await PageFaults.Of(context, file);
        _open.Add((context, faults));
        IPage page = await context.NewPageAsync();
        faults.Watch(page);
        await page.GotoAsync($"{new Uri(file).AbsoluteUri}#/{route}");
        if (look?.JavaScriptEnabled != false) await page.Locator("html[data-ready=yes]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>Goes to another view of a report that is open.</summary>
    private protected static Task Go(IPage page, string route) => page.EvaluateAsync(
        """
        (route) => new Promise((done) => {
          addEventListener('hashchange', () => requestAnimationFrame(done), { once: true });
          if (location.hash === `#/${route}`) done();
          else location.hash = `#/${route}`;
        })
        """,
        route);

    /// <summary>A number as the page writes it.</summary>
    private protected static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
