using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Facts;

public sealed class SeasonTests
{
    [Theory]
    [InlineData("03-16..11-14", "2026-03-16", true)]
    [InlineData("03-16..11-14", "2026-11-14", true)]
    [InlineData("03-16..11-14", "2026-03-15", false)]
    [InlineData("03-16..11-14", "2026-11-15", false)]
    [InlineData("11-15..03-15", "2026-12-31", true)]
    [InlineData("11-15..03-15", "2026-01-01", true)]
    [InlineData("11-15..03-15", "2026-03-16", false)]
    [InlineData("11-15..02-28", "2028-02-29", true)]
    [InlineData("11-15..02-28", "2026-03-01", false)]
    [InlineData("11-15..02-27", "2028-02-29", false)]
    [InlineData("02-28..02-28", "2028-02-29", true)]
    [InlineData("02-29..02-29", "2028-02-29", true)]
    [InlineData("02-29..03-01", "2026-02-28", false)]
    [InlineData("02-29..02-28", "2026-07-01", true)]
    [InlineData("03-01..02-28", "2028-02-29", true)]
    [InlineData("01-01..12-31", "2028-02-29", true)]
    [InlineData("09-01..09-01", "2026-09-01", true)]
    [InlineData("09-01..08-31", "2026-09-01", true)]
    public void A_season_has_both_its_ends_and_the_days_between_over_the_new_year_if_need_be(string season, string day, bool contains) =>
        Assert.Equal(contains, Season.Parse(season).Contains(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("11-15")]
    [InlineData("11-15...3-15")]
    [InlineData("11-31..03-15")]
    [InlineData("02-30..03-15")]
    [InlineData("00-10..03-15")]
    [InlineData("1-15..03-15")]
    [InlineData("11-15..3-15")]
    [InlineData("11-15--03-15")]
    [InlineData(" 1-15..03-15")]
    [InlineData("١١-15..03-15")]
    [InlineData("2026-11-15..2027-03-15")]
    public void Other_text_is_no_season(string text)
    {
        Assert.False(Season.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Season.Parse(text));
    }

    [Fact]
    public void Nothing_is_no_season() => Assert.False(Season.TryParse(null, out _));

    [Theory]
    [InlineData("11-15..02-28")]
    [InlineData("02-29..12-31")]
    [InlineData("01-01..01-01")]
    public void A_season_is_written_as_it_was_read(string text) => Assert.Equal(text, Season.Parse(text).ToString());

    [Theory]
    [InlineData("11-15..02-28", "02-29..11-14", true)]
    [InlineData("11-15..02-28", "03-01..11-14", false)]
    [InlineData("11-15..03-15", "03-15..03-15", true)]
    [InlineData("01-01..12-31", "06-01..06-02", true)]
    [InlineData("09-01..01-31", "12-01..12-31", true)]
    [InlineData("09-01..01-31", "02-01..08-31", false)]
    [InlineData("06-01..08-31", "09-01..05-31", false)]
    public void Two_seasons_meet_where_they_share_a_day(string one, string other, bool meet)
    {
        Assert.Equal(meet, Season.Parse(one).Meets(Season.Parse(other)));
        Assert.Equal(meet, Season.Parse(other).Meets(Season.Parse(one)));
    }

    [Fact]
    public void On_all_days_of_a_part_of_the_year_the_same_seasons_hold()
    {
        Dice.Check(500, dice =>
        {
            Season[] seasons = [.. Enumerable.Range(0, dice.Between(0, 4)).Select(_ => Any(dice))];
            int[] parts = Season.PartsOf(seasons);
            Assert.Equal(parts.Order().Distinct(), parts);
            for (int day = 0; day < Season.DaysOfYear; day++)
            {
                int first = parts.LastOrDefault(p => p <= day, parts[^1]);
                Assert.Equal(seasons.Select(s => s.Contains(first)), seasons.Select(s => s.Contains(day)));
            }
        });
    }

    private static Season Any(Dice dice)
    {
        string Day() => new DateOnly(2000, 1, 1).AddDays(dice.OneIn(4) ? dice.Between(57, 61) : dice.Between(0, 365)).ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Season.Parse($"{Day()}..{Day()}");
    }
}
