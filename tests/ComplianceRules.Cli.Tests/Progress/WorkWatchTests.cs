using System.Text;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Tests.Progress;

public sealed class WorkWatchTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemoryStream _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Work_that_is_soon_over_is_never_shown()
    {
        using (Watch().Begin("judging")) _time.Pass(0.9);
        Assert.Empty(Shown);
    }

    [Fact]
    public void Work_that_takes_longer_is_shown_and_gone_at_the_end()
    {
        using (WorkStep step = Watch().Begin("judging", WorkUnit.Rows))
        {
            step.Report(new RunProgress(50, 100));
            _time.Pass(1.1);
            Assert.Equal("\rjudging  [===========           ]   50%  50 rows/s  0:01 left", Shown);
        }

        Assert.Equal(string.Empty, Screen(Shown));
    }

    [Fact]
    public void Several_short_steps_are_shown_once_the_whole_takes_long()
    {
        WorkWatch watch = Watch();
        using (watch.Begin("reading")) _time.Pass(0.9);
        using (watch.Begin("judging")) _time.Pass(0.3);
        Assert.Contains("judging", Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shorter_line_leaves_nothing_of_a_longer_one()
    {
        WorkWatch watch = Watch();
        using WorkStep step = watch.Begin("judging", WorkUnit.Rows);
        step.Report(new RunProgress(1_000_000, 4_000_000));
        _time.Pass(1);
        Assert.EndsWith("1,000,000 rows/s  0:03 left", Shown, StringComparison.Ordinal);
        step.Report(new RunProgress(2_000_000, 4_000_000));
        _time.Pass(3);
        Assert.Equal("judging  [===========           ]   50%  500,000 rows/s  0:04 left", Screen(Shown));
    }

    [Fact]
    public void Where_nobody_watches_nothing_is_written()
    {
        using (Watch(isShown: false).Begin("judging")) _time.Pass(10);
        Assert.Empty(Shown);
    }

    [Fact]
    public void Each_step_tells_how_long_it_took_to_those_who_ask()
    {
        List<string> told = [];
        WorkWatch watch = Watch(isShown: false, (what, took) => told.Add($"{what} {took.TotalSeconds}"));
        using (watch.Begin("reading")) _time.Pass(2.5);
        using (watch.Begin("judging")) _time.Pass(1);
        Assert.Equal(["reading 2.5", "judging 1"], told);
    }

    [Fact]
    public void What_is_read_again_counts_once()
    {
        using WorkStep step = Watch().Begin("reading", WorkUnit.Bytes, 200);
        ReadTally tally = new(step);
        foreach (int _ in Enumerable.Range(0, 3))
        {
            using CountedStream stream = new(new MemoryStream(new byte[100]), tally);
            stream.CopyTo(Stream.Null);
        }

        _time.Pass(1.1);
        Assert.Contains(" 50% ", Shown, StringComparison.Ordinal);
    }

    private string Shown => Encoding.UTF8.GetString(_error.ToArray());

    private WorkWatch Watch(bool isShown = true, Action<string, TimeSpan>? told = null) =>
        new(new Terminal(Stream.Null, _error, 80, colours: false), new Words(TextLanguage.English), _time) { IsShown = isShown, Told = told };

    // What is left of a line after it was written over.
    private static string Screen(string written) => written.Split('\r').Aggregate(string.Empty, (line, part) => part + (part.Length < line.Length ? line[part.Length..] : string.Empty)).TrimEnd();
}
