using ComplianceRules.Facts;
using static ComplianceRules.Tests.Facts.MappingText;

namespace ComplianceRules.Tests.Facts;

public sealed class MappedCalendarTests
{
    private const string Autumn = """{ "schoolYear": "2026", "term": 1, "from": "2026-09-01", "to": "2027-01-22", "note": "a" }""";

    [Fact]
    public void A_good_calendar_is_read_whole()
    {
        SchoolCalendar calendar = Read(With($$"""{ "terms": [{{Autumn}}], "daysOff": ["2026-10-02", "2026-10-01"], "workingDaysInstead": ["2026-10-10"], "teachingMonthMinDays": 10, "note": "b" }""")).Value.Calendar!;
        Assert.Equal("2026/1:2026-09-01..2027-01-22 off 2026-10-01,2026-10-02 instead 2026-10-10 min 10", SnapshotText.Of(calendar));
    }

    [Fact]
    public void A_list_that_is_absent_is_unknown_and_an_empty_one_is_not()
    {
        Assert.Null(Read(Table("\"fields\": {}")).Value.Calendar);
        SchoolCalendar calendar = Read(With("""{ "daysOff": [] }""")).Value.Calendar!;
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 9, 1)));
        Assert.Null(calendar.IsWorkingDay(new DateOnly(2026, 9, 5)));
    }

    [Theory]
    [InlineData("[]", "CR1036(3,12)")]
    [InlineData("{\"dayOff\":[]}", "CR1003(3,13)")]
    [InlineData("{\"terms\":[5]}", "CR1036(3,22)")]
    [InlineData("{\"terms\":[{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2026-09-01\"}]}", "CR1030(3,22)")]
    [InlineData("{\"terms\":[{\"schoolYear\":\"2026\",\"term\":0,\"from\":\"2026-09-01\",\"to\":\"2027-01-22\"}]}", "CR4094(3,50)")]
    [InlineData("{\"terms\":[{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2026-09-01\",\"to\":\"2026-01-22\"}]}", "CR4095(3,22)")]
    [InlineData("{\"terms\":[" + Autumn + ",\n" + Autumn + "]}", "CR4096(4,1)")]
    [InlineData("{\"terms\":[" + Autumn + ",\n{\"schoolYear\":\"2026\",\"term\":1,\"from\":\"2027-03-01\",\"to\":\"2027-04-01\"}]}", "CR4097(4,1)")]
    [InlineData("{\"daysOff\":[\"2026-10-01\",\n\"2026-02-30\"]}", "CR1037(4,1)")]
    [InlineData("{\"daysOff\":[\"2026-10-01\"],\n\"workingDaysInstead\":[\"2026-10-01\"]}", "CR4098(4,23)")]
    [InlineData("{\"teachingMonthMinDays\":32}", "CR4094(3,36)")]
    [InlineData("{\"teachingMonthMinDays\":-1}", "CR4094(3,36)")]
    [InlineData("{\"teachingMonthMinDays\":1.5}", "CR1034(3,36)")]
    public void What_is_wrong_with_it_is_the_authors_error_with_its_place(string calendar, string expected) => Assert.Equal(expected, Places(Read(With(calendar))));

    private static string With(string calendar) => $"{{ \"tables\": [ {{ \"table\": \"class\", \"id\": [\"A\"],\n\"fields\": {{}} }} ],\n\"calendar\":{calendar} }}";
}
