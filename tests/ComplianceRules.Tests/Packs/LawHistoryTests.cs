using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class LawHistoryTests
{
    [Theory]
    [InlineData("2020-09-01", null, null)]
    [InlineData("2021-09-01", "60", "fitness-2021")]
    [InlineData("2024-12-31", "60", "fitness-2021")]
    [InlineData("2025-02-01", "120", "outline-2025")]
    [InlineData("2026-09-01", "120", "outline-2025")]
    public void Exercise_is_judged_by_the_limit_and_the_instrument_of_the_day(string day, string? minutes, string? instrument)
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        TimelineValue? value = RuleTimeline.Of(catalogue, null, ["cn/exercise.daily"]).Single().On(DateOnly.Parse(day, null))?.Values.Single(v => v.Name == "exercise.daily_min");
        Assert.Equal((minutes, instrument), (value?.Value.Text, value?.Trail[0].Source?.Instrument.Id));
    }
}
