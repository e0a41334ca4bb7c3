using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class JsonCalendarReaderTests
{
    private const string Autumn = """{"schoolYear":"2026","term":1,"from":"2026-09-01","to":"2027-01-22","note":"a"}""";

    [Fact]
    public void A_good_calendar_is_read_whole()
    {
        Snapshot snapshot = Read($$"""{"terms":[{{Autumn}}],"daysOff":["2026-10-02","2026-10-01"],"workingDaysInstead":["2026-10-10"],"teachingMonthMinDays":10,"note":"b"}""");
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal("2026/1:2026-09-01..2027-01-22 off 2026-10-01,2026-10-02 instead 2026-10-10 min 10", SnapshotText.Of(snapshot.Calendar!));
        Assert.True(snapshot.Calendar!.IsTeachingDay(new DateOnly(2026, 10, 10)));
        Assert.False(snapshot.Calendar.IsTeachingDay(new DateOnly(2026, 8, 31)));
    }

    [Fact]
    public void No_calendar_is_no_calendar_and_an_empty_one_knows_nothing()
    {
        Assert.Null(Read("null").Calendar);
        Assert.Null(SampleFacts.Read("""{"schemaVersion":1}""").Value.Calendar);
        SchoolCalendar empty = Read("{}").Calendar!;
        Assert.Null(empty.IsWorkingDay(new DateOnly(2026, 9, 1)));
        Assert.Equal(SnapshotText.Of(empty), SnapshotText.Of(Read("""{"terms":null,"daysOff":null,"workingDaysInstead":null,"teachingMonthMinDays":null}""").Calendar!));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"2026\"")]
    [InlineData("[{\"terms\":[]}]")]
    public void A_calendar_that_is_no_object_is_none_and_said_so(string calendar)
    {
        Snapshot snapshot = Read(calendar);
        Assert.Null(snapshot.Calendar);
        Assert.StartsWith("s.json(1,31): warning CR4033: the calendar is no object, so the snapshot has none", Assert.Single(snapshot.Data.Issues).ToString(), StringComparison.Ordinal);
        Assert.Equal("a", Assert.Single(snapshot.Table("school").Ids()));
    }

    [Theory]
    [InlineData("\"terms\":{\"a\":[]}", "CR4023:(2,9)")]
    [InlineData("\"terms\":[5]", "CR4023:(2,10) CR4034:(2,10)")]
    [InlineData("\"terms\":[{\"schoolYear\":2026,\"term\":1,\"from\":\"2026-09-01\",\"to\":\"2027-01-22\"}]", "CR4034:(2,10) CR4023:(2,24)")]
    [InlineData("\"terms\":[{\"schoolYear\":\"2026\",\"term\":1.5,\"from\":\"2026-09-01\",\"to\":\"2027-01-22\"}]", "CR4034:(2,10) CR4024:(2,38)")]
    [InlineData("\"terms\":[{\"schoolYear\":\"2026\",\"term\":\"1\",\"from\":\"2026-09-01\",\"to\":\"2027-01-22\"}]", "CR4034:(2,10) CR4023:(2,38)")]
    [InlineData("\"terms\":[{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2026-02-30\",\"to\":\"2027-01-22\"}]", "CR4034:(2,10) CR4023:(2,47)")]
    [InlineData("\"terms\":[{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2026-09-01\"}]", "CR4034:(2,10)")]
    [InlineData("\"terms\":[{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2026-09-01\",\"till\":\"2027-01-22\"}]", "CR4034:(2,10) CR4020:(2,60)")]
    [InlineData("\"terms\":[{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2026-09-01\",\"to\":\"2026-01-22\"}]", "CR4035:(2,10)")]
    [InlineData("\"terms\":[" + Autumn + ",\n" + Autumn + "]", "CR4036:(3,1)")]
    [InlineData("\"terms\":[" + Autumn + ",\n{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2027-03-01\",\"to\":\"2027-04-01\"}]", "CR4037:(3,1)")]
    public void Terms_that_cannot_be_used_are_listed_with_their_place_and_none_is_guessed(string terms, string expected)
    {
        Snapshot snapshot = Read($"{{\n{terms},\"daysOff\":[],\"workingDaysInstead\":[]}}");
        Assert.Equal(expected, Places(snapshot));
        Assert.Empty(snapshot.Calendar!.Terms);
        Assert.Null(snapshot.Calendar.IsTeachingDay(new DateOnly(2026, 9, 1)));
        Assert.True(snapshot.Calendar.IsWorkingDay(new DateOnly(2026, 9, 1)));
    }

    [Theory]
    [InlineData("\"daysOff\":\"2026-10-01\",\"workingDaysInstead\":[]", "CR4023:(2,11)", null, false)]
    [InlineData("\"daysOff\":[\"2026-13-01\"],\"workingDaysInstead\":[]", "CR4038:(2,12)", null, false)]
    [InlineData("\"daysOff\":[20261001],\"workingDaysInstead\":[null,[1]]", "CR4038:(2,12) CR4038:(2,44) CR4038:(2,49)", null, null)]
    [InlineData("\"dayOff\":[],\"workingDaysInstead\":[]", "CR4020:(2,1)", null, false)]
    [InlineData("\"daysOff\":[],\"workingDaysInstead\":[\"10-10\"]", "CR4038:(2,36)", true, null)]
    [InlineData("\"daysOff\":[\"2026-09-01\"],\"workingDaysInstead\":[\"2026-09-01\"]", "CR4039:(2,48)", null, false)]
    public void Days_that_cannot_be_used_are_listed_with_their_place_and_leave_their_list_unknown(string days, string expected, bool? tuesday, bool? saturday)
    {
        Snapshot snapshot = Read($"{{\n{days}}}");
        Assert.Equal(expected, Places(snapshot));
        Assert.Equal(tuesday, snapshot.Calendar!.IsWorkingDay(new DateOnly(2026, 9, 1)));
        Assert.Equal(saturday, snapshot.Calendar.IsWorkingDay(new DateOnly(2026, 9, 5)));
    }

    [Theory]
    [InlineData("32", "CR4024:(1,55)")]
    [InlineData("-1", "CR4024:(1,55)")]
    [InlineData("1e1", "CR4024:(1,55)")]
    [InlineData("99999999999", "CR4024:(1,55)")]
    [InlineData("\"10\"", "CR4023:(1,55)")]
    [InlineData("[10]", "CR4023:(1,55)")]
    public void A_number_of_days_that_no_month_has_is_unknown_and_listed(string days, string expected)
    {
        Snapshot snapshot = Read($"{{\"teachingMonthMinDays\":{days}}}");
        Assert.Equal(expected, Places(snapshot));
        Assert.Null(snapshot.Calendar!.TeachingMonthMinDays);
    }

    [Fact]
    public void A_misspelt_key_gets_the_nearest_name_and_a_strict_caller_can_refuse_it()
    {
        Snapshot snapshot = Read("""{"daysof":[]}""");
        Assert.Equal("daysOff", Assert.Single(snapshot.Data.Issues).DidYouMean);
        Assert.True(snapshot.Data.HasUnknownNames);
    }

    [Theory]
    [InlineData("{\"daysOff\":[],\"daysOff\":[]}", "CR4008")]
    [InlineData("{\"terms\":[{\"from\":\"2026-09-01\",\"from\":\"2026-09-02\"}]}", "CR4008")]
    [InlineData("{\"terms\":[{\"schoolYear\":\"\\ud800\"}]}", "CR4007")]
    public void A_calendar_that_says_one_thing_twice_or_holds_half_a_character_refuses_the_snapshot(string calendar, string expected) =>
        Assert.Equal(expected, SampleFacts.Read(SampleFacts.Snapshot($"\"calendar\":{calendar}")).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Codes());

    [Fact]
    public void The_header_of_ndjson_has_the_same_calendar()
    {
        const string calendar = $"{{\"terms\":[{Autumn},{{}}],\"daysOff\":[\"2026-10-01\"]}}";
        Snapshot lines = SampleFacts.ReadLines(SampleFacts.Snapshot($"\"calendar\":{calendar}")).Value;
        Assert.Equal(SnapshotText.Of(Read(calendar).Calendar!), SnapshotText.Of(lines.Calendar!));
    }

    private static Snapshot Read(string calendar) => SampleFacts.Read(SampleFacts.Snapshot($$"""
        "calendar":{{calendar}},"schools":[{"id":"a"}]
        """)).Value;

    private static string Places(Snapshot snapshot) => string.Join(' ', snapshot.Data.Issues.Select(i => $"{i.Code}:({i.Span!.Line},{i.Span.Column})"));
}
