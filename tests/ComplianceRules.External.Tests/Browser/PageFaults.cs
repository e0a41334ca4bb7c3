using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>What a page must not do: ask for anything beside its own file, write errors, break its policy, open a dialog.</summary>
internal sealed class PageFaults
{
    private readonly ConcurrentQueue<string> _all = new();

    private PageFaults()
    {
    }

    /// <summary>Everything seen so far.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>Cuts pages off from everything but one file.</summary>
    /// <param name="context">The pages.</param>
    /// <param name="file">The file.</param>
    public static async Task<PageFaults> Of(IBrowserContext context, string file)
    {
        PageFaults faults = new();
        string own = new Uri(file).AbsoluteUri;
        await context.SetOfflineAsync(true);
        await context.RouteAsync("**/*", route =>
        {
            if (route.Request.Url.Split('#')[0] == own) return route.ContinueAsync();
            faults._all.Enqueue($"request: {route.Request.Url}");
            return route.AbortAsync();
        });
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));");
        return faults;
    }

    /// <summary>Listens to a page.</summary>
    public void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _all.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _all.Enqueue($"exception: {error}");
        page.Dialog += (_, dialog) =>
        {
            _all.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }
}
