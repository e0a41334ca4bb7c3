using Microsoft.Playwright;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>A Chromium without a window and the reports that it opens, made once for all tests of a collection.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private const string ProgramVariable = "COMPLIANCE_CHROMIUM";
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The reports.</summary>
    internal ReportFiles Reports { get; } = new();

    /// <summary>The browser.</summary>
    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("the browser was not started");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string program = Environment.GetEnvironmentVariable(ProgramVariable) ?? "/usr/bin/chromium";
        Assert.True(File.Exists(program), $"{program} is missing: install Chromium as .ci/run does, or set {ProgramVariable} to it");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments, Headless = true });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Reports.Dispose();
    }
}
