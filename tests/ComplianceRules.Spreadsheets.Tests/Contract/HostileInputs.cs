using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>The inputs that every source must cope with.</summary>
internal static class HostileInputs
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly double FirstOfSeptember = new DateOnly(2025, 9, 1).DayNumber;
    private static readonly MadeDocument Plain = new();

    public static ImmutableArray<HostileInput> All { get; } =
    [
        new("plain records", Plain),
        new("nothing at all", Plain with { Twist = Twist.Empty }),
        new("a header and no record", Plain with { Classes = [] }),
        new("a byte order mark", Plain with { Twist = Twist.ByteOrderMark }),
        new("lines that end with CR LF", Plain with { Twist = Twist.CarriageReturns }),
        new("a line break within a cell", Plain.With("name", MadeCell.Of("first \"line\"\nsecond, line")) with { Columns = Plain.Columns.Add("name") }),
        new("a cell of 10 MB", Plain.With("name", MadeCell.Of(new string('长', TenMegabytes / 3))) with { Columns = Plain.Columns.Add("name") }),
        new("a missing column of facts", Plain with { Columns = Plain.Columns.Remove("enrolment") }),
        new("a missing column of ids", Plain with { Columns = Plain.Columns.Remove("id") }),
        new("a column more", Plain.With("nonsense", MadeCell.Of("x")) with { Columns = Plain.Columns.Add("nonsense") }),
        new("columns in another order", Plain with { Columns = [.. Plain.Columns.Reverse()] }),
        new("a column twice", Plain with { Columns = Plain.Columns.Add("enrolment") }),
        new("an id twice", Plain with { Classes = [.. Plain.Classes, MadeClass.Plain("2")] }),
        new("a class of a school that is not there", Plain with { Classes = [.. Plain.Classes, MadeClass.Plain("4", "T")] }),
        new("a record without an id", Plain with { Classes = [.. Plain.Classes, MadeClass.Plain(string.Empty)] }),
        new("a file that is cut off within the last record", Plain with { Twist = Twist.CutOff }),
        new("bytes that are no text", Plain.With("name", MadeCell.Of("高青")) with { Columns = Plain.Columns.Add("name"), Twist = Twist.BadBytes }),
        new("GB18030 that nobody announced", Plain.With("name", MadeCell.Of("高青")) with { Columns = Plain.Columns.Add("name"), Twist = Twist.Gb18030 }),
        new("a number with thousands separators", Plain.With("homework", MadeCell.Typed("1,234", 1234.0))),
        new("full-width digits", Plain.With("enrolment", MadeCell.Typed("４５", 45.0))),
        new("a number in text", Plain.With("enrolment", MadeCell.Typed("45", 45.0))),
        new("a number that a computer made of 0.1 and 0.2", Plain.With("share", new MadeCell("0.30000000000000004", MadeKind.Number) { Meaning = 0.3 })),
        .. ((string[])["2025-09-01", "2025/9/1", "2025年9月1日", "2025.9.1", "20250901"]).Select(text => new HostileInput($"the day {text}", Plain.With("opened", MadeCell.Typed(text, FirstOfSeptember)))),
        new("a day of a calendar", Plain.With("opened", new MadeCell("2025-09-01", MadeKind.Date) { Meaning = FirstOfSeptember })),
        new("the day 9/1/2025, which may be in January", Plain.With("opened", MadeCell.Typed("9/1/2025", null))),
        new("day zero of 1900", Plain.With("opened", new MadeCell("0", MadeKind.DateZero))),
        new("31 February", Plain.With("opened", MadeCell.Typed("2025-02-31", null))),
        new("the error #N/A", Plain.With("enrolment", new MadeCell("#N/A", MadeKind.Error))),
        new("a number that is none", Plain.With("enrolment", new MadeCell("NaN", MadeKind.Number))),
        new("1e400", Plain.With("enrolment", new MadeCell("1e400", MadeKind.Number))),
        new("a negative number of pupils", Plain.With("enrolment", MadeCell.Of(-1) with { Meaning = null })),
        new("more pupils than a class can have", Plain.With("enrolment", MadeCell.Of(1000) with { Meaning = null })),
        new("half a pupil", Plain.With("enrolment", MadeCell.Of(40.5) with { Meaning = null })),
        new("25:00 where lessons start", Plain.With("starts", MadeCell.Typed("25:00", null))),
        new("8：20 with a full-width colon", Plain.With("starts", MadeCell.Typed("8：20", 500.0))),
        new("a time of the clock", Plain.With("starts", new MadeCell("8:20", MadeKind.Time) { Meaning = 500.0 })),
        new("a bedtime of 00:30", Plain.With("bedtime", MadeCell.Typed("00:30", 1470.0))),
        new("a bedtime of 24:30", Plain.With("bedtime", MadeCell.Typed("24:30", 1470.0))),
        new("a bedtime of 00:30 by the clock", Plain.With("bedtime", new MadeCell("0:30", MadeKind.Time) { Meaning = 1470.0 })),
        new("12 per cent", Plain.With("share", MadeCell.Typed("12%", 12.0))),
        new("12 per cent of a spreadsheet", Plain.With("share", new MadeCell("0.12", MadeKind.Percent) { Meaning = 12.0 })),
        new("120 per cent", Plain.With("share", MadeCell.Typed("120%", null))),
        new("a formula", Plain.With("enrolment", new MadeCell("41", MadeKind.Formula) { Meaning = 41.0 })),
        new("a text that looks like a formula", Plain.With("name", MadeCell.Of("=1+1")) with { Columns = Plain.Columns.Add("name") }),
        new("a hidden sheet", Plain with { Twist = Twist.HiddenSheet }),
        new("a password", Plain with { Twist = Twist.Password }),
        new("a damaged file", Plain with { Twist = Twist.Corrupt }),
        new("a zip bomb", Plain with { Twist = Twist.ZipBomb }),
    ];
}
