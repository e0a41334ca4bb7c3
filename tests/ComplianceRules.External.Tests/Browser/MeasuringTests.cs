using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace ComplianceRules.External.Tests.Browser;

/// <summary>Tells how long a page takes to show itself and to filter: that of the file which <c>COMPLIANCE_MEASURED_REPORT</c> names, or that of the county. No time is asserted.</summary>
[Collection(BrowsingFindings.Name)]
public sealed class MeasuringTests(Browsing browsing, ITestOutputHelper output) : BrowserTest(browsing)
{
    private const string ReportVariable = "COMPLIANCE_MEASURED_REPORT";

    // A page that nobody asked for shows that the measuring works, and no more.
    private static readonly int Times = Environment.GetEnvironmentVariable(ReportVariable) is null ? 2 : 7;

    private const string Opened = """
        () => [performance.getEntriesByName('first-contentful-paint'), performance.getEntriesByName('overview'), performance.getEntriesByName('ready')].map((entries) => entries[0].startTime)
        """;

    // How long the filtering itself takes, and how long it is from the last key or the choice until the table stands there anew.
    private const string Filtered = """
        async ([selector, value, event]) => {
          const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          performance.clearMeasures('filter');
          const control = document.querySelector(selector);
          const start = performance.now();
          control.value = value;
          control.dispatchEvent(new Event(event));
          while (performance.getEntriesByName('filter').length === 0) await frame();
          await frame();
          return [performance.getEntriesByName('filter')[0].duration, performance.now() - start];
        }
        """;

    [Fact]
    public async Task Each_step_of_opening_and_filtering_is_measured()
    {
        string file = Environment.GetEnvironmentVariable(ReportVariable) ?? Reports.County;
        output.WriteLine($"{Path.GetFileName(file)}: {Number(new FileInfo(file).Length)} bytes");
        List<double[]> opened = [];
        for (int i = 0; i < Times; i++)
        {
            IPage page = await Open(file);
            opened.Add(await page.EvaluateAsync<double[]>(Opened));
            await page.CloseAsync();
        }

        Tell(["first contentful paint", "overview drawn", "findings usable"], opened);
        await TellFilters(await Open(file, "findings"));
    }

    private async Task TellFilters(IPage page)
    {
        string name = await page.Locator(".grid-row[aria-rowindex='2'] .c-subject").InnerTextAsync();
        string area = await page.Locator(".selects select").First.EvaluateAsync<string>("node => node.options[1].value");
        foreach (string words in new[] { name[..2], name[..5] }) await TellFilter(page, $"text of {words.Length} characters", "input[type=search]", words, "input");
        await TellFilter(page, "area", ".selects select", area, "change");
    }

    private async Task TellFilter(IPage page, string what, string selector, string value, string happening)
    {
        List<double[]> taken = [];
        for (int i = 0; i < Times; i++)
        {
            taken.Add(await page.EvaluateAsync<double[]>(Filtered, new[] { selector, value, happening }));
            await page.EvaluateAsync<double[]>(Filtered, new[] { selector, string.Empty, happening });
        }

        Tell([$"{what}: filtering", $"{what}: until drawn"], taken);
    }

    private void Tell(string[] names, List<double[]> measured)
    {
        for (int i = 0; i < names.Length; i++)
        {
            double[] sorted = [.. measured.Select(m => m[i]).Order()];
            Assert.All(sorted, time => Assert.True(double.IsFinite(time) && time >= 0, names[i]));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names[i]}: {sorted[Times / 2]:F0} ms (first {measured[0][i]:F0}, {sorted[0]:F0} to {sorted[^1]:F0})"));
        }
    }
}
