using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Tests.Progress;

public sealed class WorkLineTests
{
    private static readonly WorkState Judging = new("judging", WorkUnit.Rows, 250_000, 1_000_000, TimeSpan.FromSeconds(2));

    [Fact]
    public void It_says_what_is_done_how_fast_and_how_long_the_rest_takes() =>
        Assert.Equal("judging  [=====                 ]   25%  125,000 rows/s  0:06 left", Line(Judging));

    [Fact]
    public void Bytes_are_told_in_megabytes() =>
        Assert.Equal("reading a.csv  [===========           ]   50%  25.0 MB/s  0:02 left", Line(new WorkState("reading a.csv", WorkUnit.Bytes, 50_000_000, 100_000_000, TimeSpan.FromSeconds(2))));

    [Fact]
    public void What_takes_an_hour_is_told_with_hours() =>
        Assert.EndsWith("1:30:00 left", Line(new WorkState("judging", WorkUnit.Rows, 1, 10, TimeSpan.FromMinutes(10))), StringComparison.Ordinal);

    [Fact]
    public void Where_the_end_is_not_known_the_time_so_far_is_told() =>
        Assert.Equal("proving  [            =         ]  0:03", Line(new WorkState("proving", WorkUnit.Unknown, 0, 0, TimeSpan.FromSeconds(3))));

    [Fact]
    public void More_than_all_is_all() => Assert.Contains("100%  300,000 rows/s  0:00 left", Line(Judging with { Done = 600_000, Total = 500_000 }), StringComparison.Ordinal);

    [Fact]
    public void A_wide_character_counts_as_two_columns() =>
        Assert.All(Enumerable.Range(1, 120), width => Assert.InRange(Page.Columns(Line(Judging with { What = "读取 2026年秋季学期全县义务教育学校基本情况.csv" }, TextLanguage.Chinese, width)), 0, width));

    [Fact]
    public void A_name_that_is_too_long_is_cut_and_the_numbers_stay()
    {
        string line = Line(Judging with { What = new string('x', 200) });
        Assert.Equal(80, Page.Columns(line));
        Assert.EndsWith("x..  [=====                 ]   25%  125,000 rows/s  0:06 left", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_screen_has_no_bar() => Assert.Equal("judging   25%  125,000 rows/s  0:06 left", Line(Judging, TextLanguage.English, 45));

    [Fact]
    public void A_name_cannot_move_the_cursor() => Assert.DoesNotContain('\u001b', Line(Judging with { What = "reading \u001b[2J.csv" }));

    private static string Line(WorkState state, TextLanguage language = TextLanguage.English, int width = 80) => WorkLine.Of(state, new Words(language), width);
}
