using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Analysis;

/// <summary>What is said of calendars, waivers, laws and seasons that changed: packs of <c>tests/packs/good/composed</c> with one place changed.</summary>
public sealed class PackDiffSentenceTests
{
    private const string CalendarOfCounty = """ "calendar": { "terms": [ { "schoolYear": "2026", "term": 1, "from": "2026-09-02", "to": "2027-01-22" } ], "daysOff": [] },""";

    private static readonly Catalogue Good = Read(string.Empty, string.Empty, string.Empty);

    [Theory]
    [InlineData("\"from\": \"2027-02-25\"", "\"from\": \"2027-02-26\"", "the term 2026/2 of the calendar is 2027-02-26..2027-07-02 instead of 2027-02-25..2027-07-02", "校历学期 2026/2 由 2027-02-25..2027-07-02 改为 2027-02-26..2027-07-02")]
    [InlineData("\"schoolYear\": \"2026\", \"term\": 2", "\"schoolYear\": \"2026\", \"term\": 3", "the calendar has no term 2026/2 any more; it was 2027-02-25..2027-07-02|the calendar has a new term 2026/3, 2027-02-25..2027-07-02", "校历取消学期 2026/2（2027-02-25..2027-07-02）|校历新增学期 2026/3：2027-02-25..2027-07-02")]
    [InlineData("\"2026-10-05\"]", "\"2026-10-06\", \"2026-10-07\", \"2026-10-09\"]", "the calendar has fewer days off: without 2026-10-05|the calendar has more days off: 2026-10-06..2026-10-07, 2026-10-09", "校历取消放假日：2026-10-05|校历新增放假日：2026-10-06..2026-10-07, 2026-10-09")]
    [InlineData("\"workingDaysInstead\": [\"2026-10-10\"], ", "", "the calendar does not have all working days instead any more: of what it does not name it is not known|the calendar has fewer working days instead: without 2026-10-10", "校历的调休上班日不再列全：未列出的是否属于未知|校历取消调休上班日：2026-10-10")]
    [InlineData("\"teachingMonthMinDays\": 10", "\"teachingMonthMinDays\": 8", "a month counts from 8 teaching days on, instead of 10", "计入的月份至少须有的教学日由 10 改为 8")]
    [InlineData("\"until\": \"2026-12-31\", \"kind\": \"waiver\"", "\"until\": \"2026-11-30\", \"kind\": \"waiver\"", "the waiver `size / class:s1/1`: it holds from 2026-01-01 until 2026-11-30 instead of from 2026-01-01 until 2026-12-31", "豁免 `size / class:s1/1` 的日期由 2026-01-01 至 2026-12-31 改为 2026-01-01 至 2026-11-30")]
    [InlineData("\"authority\": { \"en\": \"the bureau\", \"zh\": \"教育局\" }, \"reason\"", "\"authority\": { \"en\": \"the town\", \"zh\": \"镇\" }, \"instrument\": \"law\", \"reason\"", "the waiver `size / class:s1/1`: its authority is the town instead of the bureau|the waiver `size / class:s1/1`: its instrument is `law` instead of none", "豁免 `size / class:s1/1` 的准予机关由 教育局 改为 镇|豁免 `size / class:s1/1` 的依据文件由 无 改为 `law`")]
    [InlineData("\"area\": \"start\", \"region\": \"370322\"", "\"area\": \"start\", \"region\": \"370321\"", "the recorded reason `start / 370321` was added, from 2026-01-01 until 2026-06-30|the recorded reason `start / 370322` was removed, from 2026-01-01 until 2026-06-30", "新增理由 `start / 370321`，2026-01-01 至 2026-06-30|取消理由 `start / 370322`，2026-01-01 至 2026-06-30")]
    [InlineData("\"reason\": { \"en\": \"ill\", \"zh\": \"病\" }", "\"reason\": { \"en\": \"away\", \"zh\": \"离校\" }", "the waiver `load / pupil`: its reason changed", "豁免 `load / pupil` 的理由有变")]
    [InlineData("\"issued\": \"2019-12\"", "\"issued\": null", "the day of issue of the instrument `law` is none instead of 2019-12", "文件 `law` 的发文日期由 2019-12 改为 无")]
    [InlineData("\"certainty\": \"mixed\"", "\"certainty\": \"read\"", "the certainty of the instrument `order` is read instead of mixed", "文件 `order` 的核实程度由 mixed 改为 read")]
    [InlineData("\"08:00\", \"season\": \"11-15..03-15\"", "\"08:05\", \"season\": \"11-15..03-15\"", "`start.earliest` 08:00 -> 08:05, set by nation, no source, 11-15..03-15 of each year", "`start.earliest` 由 08:00 改为 08:05（规则包 nation，未注明出处），每年 11-15..03-15")]
    [InlineData("(teachers + 1)", "teachers", "the fact `school.crowding` is number, = enrolled / teachers instead of number, = enrolled / (teachers + 1)", "事实 `school.crowding` 由 number, = enrolled / (teachers + 1) 改为 number, = enrolled / teachers")]
    [InlineData("\"rules\": [\"size\", \"offers\"]", "\"rules\": [\"size\"]", "rules in its parts: 1 fewer (`nation/offers`)", "各部分所含规则减少 1 条（`nation/offers`）")]
    public void What_changed_in_the_nation_is_told(string before, string after, string english, string chinese)
    {
        PackChange[] changes = [.. Between("nation", before, after).Where(c => c.Pack is null or "nation")];
        foreach (string sentence in english.Split('|')) Assert.Contains(changes, c => c.Text.English!.EndsWith(sentence, StringComparison.Ordinal));
        foreach (string sentence in chinese.Split('|')) Assert.Contains(changes, c => c.Text.Chinese!.EndsWith(sentence, StringComparison.Ordinal));
        Assert.True(changes.Length <= english.Split('|').Length || changes.Any(c => c.Kind == PackChangeKind.Condition), string.Join('\n', changes.Select(c => c.Text.English)));
    }

    [Fact]
    public void A_calendar_that_goes_leaves_the_one_further_out()
    {
        PackChange change = Assert.Single(Between("county", CalendarOfCounty, string.Empty));
        Assert.Equal((PackChangeKind.Calendar, "county", "calendar", "2026/1 2026-09-02..2027-01-22", null), (change.Kind, change.Pack, change.Topic, change.Before, change.After));
        Assert.Equal("the calendar was removed, and that of nation counts", change.Text.English);
        Assert.Equal("取消校历，改用规则包 nation 的校历", change.Text.Chinese);
    }

    [Fact]
    public void A_calendar_that_comes_counts_instead_of_the_one_further_out()
    {
        PackChange change = Assert.Single(Between("twin", "\"order\": 2", "\"order\": 2, \"calendar\": { \"daysOff\": [] }"));
        Assert.Equal("a calendar was added, which counts instead of that of county", change.Text.English);
        Assert.Equal("新增校历，取代规则包 county 的校历", change.Text.Chinese);
    }

    [Theory]
    [InlineData("370322", "county")]
    [InlineData("370100", null)]
    public void A_region_has_the_calendar_of_its_innermost_pack(string region, string? pack)
    {
        Catalogue other = Read("county", "\"from\": \"2026-09-02\"", "\"from\": \"2026-09-03\"");
        Assert.Equal(pack, PackDiff.Between(Good, other, RegionCode.Parse(region)).Changes.SingleOrDefault()?.Pack);
    }

    [Fact]
    public void Where_a_pack_loses_its_calendar_its_region_has_that_of_the_pack_further_out()
    {
        Catalogue other = Read("county", CalendarOfCounty, string.Empty);
        ImmutableArray<PackChange> changes = PackDiff.Between(Good, other, RegionCode.Parse("370322")).Changes;
        Assert.Contains(changes, c => c.Topic == "calendar.terms[2026/1]" && c.After == "2026-09-01..2027-01-22");
        Assert.All(changes, c => Assert.Equal("nation", c.Pack));
    }

    [Fact]
    public void On_one_day_only_waivers_that_hold_on_it_count()
    {
        Catalogue other = Read("nation", "\"until\": \"2026-06-30\", \"kind\": \"reason\"", "\"until\": \"2026-07-31\", \"kind\": \"reason\"");
        Assert.Equal("the recorded reason `start / 370322` was added, from 2026-01-01 until 2026-07-31", Assert.Single(PackDiff.Between(Good, other, asOf: new DateOnly(2026, 7, 1)).Changes).Text.English);
        Assert.Empty(PackDiff.Between(Good, other, asOf: new DateOnly(2026, 8, 1)).Changes);
    }

    [Fact]
    public void A_pack_that_builds_on_another_version_says_so()
    {
        PackChange change = Assert.Single(Between("province", "[1.0,2)", "[1.0,3)"));
        Assert.Equal("the pack `province` builds on nation [1.0.0, 3.0.0) instead of nation [1.0.0, 2.0.0)", change.Text.English);
        Assert.Equal("规则包 `province` 依托的规则包由 nation [1.0.0, 2.0.0) 改为 nation [1.0.0, 3.0.0)", change.Text.Chinese);
    }

    [Fact]
    public void What_allows_a_rule_to_bind_less_is_part_of_what_it_stands_on() =>
        Assert.EndsWith("relaxed by the ministry, The order, clause 7 (verified in part) instead of The province's rule, clause 2; relaxed by the ministry, The order, clause 6 (verified in part)", Assert.Single(Between("province", "\"clause\": \"6\"", "\"clause\": \"7\"")).Text.English, StringComparison.Ordinal);

    [Fact]
    public void Two_waivers_of_one_row_go_by_their_days()
    {
        string one = """ "waivers": [""";
        string more = """ "waivers": [ { "rule": "size", "subject": "class:s1/1", "from": "2025-01-01", "until": "2025-12-31", "kind": "waiver", "authority": "教育局", "reason": { "en": "works", "zh": "施工" } },""";
        Assert.Equal("the waiver `size / class:s1/1` was added, from 2025-01-01 until 2025-12-31", Assert.Single(Between("nation", one, more)).Text.English);
    }

    private static ImmutableArray<PackChange> Between(string pack, string before, string after) => PackDiff.Between(Good, Read(pack, before, after)).Changes;

    private static Catalogue Read(string pack, string before, string after)
    {
        using TempPacks packs = new();
        foreach (string folder in Directory.GetDirectories(RepositoryRoot.Combine("tests/packs/good/composed")))
        {
            string text = File.ReadAllText(Path.Combine(folder, "pack.json"));
            if (Path.GetFileName(folder) == pack) Assert.Contains(before, text, StringComparison.Ordinal);
            packs.With($"{Path.GetFileName(folder)}/pack.json", Path.GetFileName(folder) == pack ? text.Replace(before, after, StringComparison.Ordinal) : text);
        }

        Checked<Catalogue> read = PackChecker.Check(PackReader.ReadDirectory(packs.Path).Value);
        Assert.True(read.IsValid, string.Join('\n', read.Diagnostics));
        return read.Value;
    }
}
