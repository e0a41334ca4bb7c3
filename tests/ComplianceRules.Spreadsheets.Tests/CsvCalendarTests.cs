using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class CsvCalendarTests : IDisposable
{
    private const string Terms = "school_year,term,from,to\n";
    private const string Days = "date,working\n";

    private static readonly DateOnly Tuesday = new(2026, 9, 1);
    private static readonly DateOnly Saturday = new(2026, 9, 5);

    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Days_are_read_as_people_write_them()
    {
        _folder.With("calendar_term.csv", "note,to,from,term,school_year\n秋季,2027年1月22日,2026/9/1,１,2026-2027\n\n")
            .With("calendar_day.csv", Days + "2026.10.1,否\n20261010,是\n2026-10-02 00:00:00,false\n2026/10/11,TRUE\n,\n")
            .With("snapshot.csv", "date,teaching_month_min_days\n2026-09-01,10\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal("2026-2027/1:2026-09-01..2027-01-22 off 2026-10-01,2026-10-02 instead 2026-10-10,2026-10-11 min 10", SnapshotText.Of(snapshot.Calendar!));
    }

    [Theory]
    [InlineData(",1,2026/9/1,2027/1/22", "CR4034 data/calendar_term.csv(2)")]
    [InlineData("2026,,2026/9/1,2027/1/22", "CR4034 data/calendar_term.csv(2)")]
    [InlineData("2026,第一,2026/9/1,2027/1/22", "CR4034 data/calendar_term.csv(2)", "CR4064 data/calendar_term.csv(2,2)")]
    [InlineData("2026,1.5,2026/9/1,2027/1/22", "CR4024 data/calendar_term.csv(2,2)", "CR4034 data/calendar_term.csv(2)")]
    [InlineData("2026,0,2026/9/1,2027/1/22", "CR4034 data/calendar_term.csv(2)")]
    [InlineData("2026,1,2026/9/31,2027/1/22", "CR4034 data/calendar_term.csv(2)", "CR4064 data/calendar_term.csv(2,3)")]
    [InlineData("2026,1,2026/9/1,", "CR4034 data/calendar_term.csv(2)")]
    [InlineData("2026,1,2026/9/1,2026/1/22", "CR4035 data/calendar_term.csv(2)")]
    [InlineData("2026,1,2026/9/1,2027/1/22\n2026,2,2027/1/22,2027/7/9", "CR4036 data/calendar_term.csv(3)")]
    [InlineData("2026,1,2026/9/1,2027/1/22\n2026,1,2027/2/22,2027/7/9", "CR4037 data/calendar_term.csv(3)")]
    public void Terms_that_cannot_be_used_are_listed_with_their_cell_and_none_is_guessed(string rows, params string[] expected)
    {
        Snapshot snapshot = _folder.With("calendar_term.csv", Terms + rows + "\n").With("calendar_day.csv", Days).Read().Value;
        Assert.Equal(expected, CsvFolder.Places(snapshot.Data.Issues).Order(StringComparer.Ordinal));
        Assert.Empty(snapshot.Calendar!.Terms);
        Assert.Null(snapshot.Calendar.IsTeachingDay(Tuesday));
        Assert.True(snapshot.Calendar.IsWorkingDay(Tuesday));
    }

    [Theory]
    [InlineData("2026/13/1,否", null, false, "CR4038 data/calendar_day.csv(2,1)")]
    [InlineData("2026/10/10,休", null, null, "CR4038 data/calendar_day.csv(2,2)")]
    [InlineData("2026/10/10,", null, null, "CR4038 data/calendar_day.csv(2,2)")]
    [InlineData(",是", true, null, "CR4038 data/calendar_day.csv(2,1)")]
    [InlineData("2026/9/1,是\n2026/9/1,否", null, false, "CR4039 data/calendar_day.csv(3,1)")]
    public void Days_that_cannot_be_used_are_listed_with_their_cell_and_leave_the_lists_unknown_that_they_may_belong_to(string rows, bool? tuesday, bool? saturday, string expected)
    {
        Snapshot snapshot = _folder.With("calendar_day.csv", Days + rows + "\n").Read().Value;
        Assert.Equal([expected], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal(tuesday, snapshot.Calendar!.IsWorkingDay(Tuesday));
        Assert.Equal(saturday, snapshot.Calendar.IsWorkingDay(Saturday));
    }

    [Theory]
    [InlineData("32", "CR4024")]
    [InlineData("10.5", "CR4024")]
    [InlineData("1e12", "CR4024")]
    [InlineData("十", "CR4064")]
    public void A_number_of_days_that_no_month_has_is_unknown_and_listed(string cell, string expected)
    {
        Snapshot snapshot = _folder.With("snapshot.csv", $"date,teaching_month_min_days\n2026-09-01,{cell}\n").Read().Value;
        Assert.Equal([$"{expected} data/snapshot.csv(2,2)"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal("teaching_month_min_days", snapshot.Data.Issues[0].Arguments[1]);
        Assert.Null(snapshot.Calendar!.TeachingMonthMinDays);
    }

    [Fact]
    public void A_table_that_lacks_a_column_is_no_empty_list()
    {
        _folder.With("calendar_term.csv", "schoolyear,term,from,to\n").With("calendar_day.csv", "date,works\n");
        Snapshot snapshot = _folder.Read().Value;
        Assert.Equal("CR4050 CR4093 CR4050 CR4093", string.Join(' ', snapshot.Data.Issues.OrderBy(i => i.Span!.File, StringComparer.Ordinal).ThenBy(i => i.Code.ToString(), StringComparer.Ordinal).Select(i => i.Code)));
        Assert.Contains("schoolyear", snapshot.Data.Issues.Select(i => i.DidYouMean));
        Assert.Null(snapshot.Calendar!.IsWorkingDay(Tuesday));
        Assert.Null(snapshot.Calendar.IsWorkingDay(Saturday));
        Assert.True(snapshot.Data.HasUnknownNames);
    }

    [Fact]
    public void A_list_of_which_a_record_was_skipped_is_not_whole()
    {
        _folder.With("calendar_day.csv", Days + "2026/10/1,否\n2026/10/10\n").With("calendar_term.csv", Terms + "2026,1,2026/9/1,2027/1/22\n2026\n");
        Assert.False(_folder.Read().IsValid);
        Snapshot snapshot = _folder.Read(new SnapshotOptions { SkipMalformed = true }).Value;
        Assert.Equal(2, snapshot.Data.Skipped.Length);
        Assert.Null(snapshot.Calendar!.IsWorkingDay(Tuesday));
        Assert.Null(snapshot.Calendar.IsWorkingDay(Saturday));
        Assert.Single(snapshot.Calendar.Terms);
        Assert.False(snapshot.Calendar.HasAllTerms);
    }

    [Fact]
    public void A_column_twice_refuses_and_one_without_a_name_is_listed()
    {
        Assert.Equal("CR4056", _folder.With("calendar_day.csv", "date,working,date\n").Read().Diagnostics[0].Code.ToString());
        _folder.With("calendar_day.csv", "date,working,\n2026/10/1,否,国庆\n").With("snapshot.csv", "date,\n2026-09-01,x\n");
        Assert.Equal(["CR4074 data/calendar_day.csv(2,3)", "CR4074 data/snapshot.csv(2,2)"], CsvFolder.Places(_folder.Read().Value.Data.Issues));
    }

    [Fact]
    public void A_misspelt_table_gets_the_nearest_name_and_a_mapping_takes_only_its_own_calendar()
    {
        _folder.With("calendar_days.csv", Days).With("school.csv", "id\nS\n");
        Diagnostic issue = Assert.Single(_folder.Read().Value.Data.Issues);
        Assert.Equal("calendar_day", issue.DidYouMean);
        const string mapping = """{ "tables": [ { "table": "school", "file": "school.csv", "id": ["id"], "fields": {} } ], "calendar": { "daysOff": [] } }""";
        Snapshot mapped = _folder.With("calendar_day.csv", Days).Read(null, mapping).Value;
        Assert.True(mapped.Calendar!.IsWorkingDay(Tuesday));
        Assert.Null(mapped.Calendar.IsWorkingDay(Saturday));
        Assert.Equal(2, mapped.Data.Issues.Length);
    }
}
