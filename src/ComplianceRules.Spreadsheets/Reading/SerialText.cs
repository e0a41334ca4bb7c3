using System.Globalization;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Writes the numbers by which workbooks count days as days and times.</summary>
internal static class SerialText
{
    private const int SecondsOfDay = 24 * 60 * 60;
    private const int DaysFrom1900To1904 = 1462;
    private const int LeapDayThatNeverWas = 60;
    private const double MostDays = 10_000;

    private static readonly int LastDay = DateOnly.MaxValue.DayNumber - Zero(LeapDayThatNeverWas + 1).DayNumber;

    /// <summary>The day or the part of it that is shown, the time or duration; null where there is none such, as for the 29 February 1900.</summary>
    public static string? Of(double number, NumberLook look, bool from1904)
    {
        if (number < 0) return null;
        double whole = Math.Floor(number);
        return look switch
        {
            NumberLook.Duration when number < MostDays => Time((long)Math.Round(number * SecondsOfDay, MidpointRounding.AwayFromZero)),
            NumberLook.Time => Time((long)Math.Round((number - whole) * SecondsOfDay, MidpointRounding.AwayFromZero)),
            NumberLook.Date => Day(number, "yyyy-MM-dd", from1904),
            NumberLook.YearMonth => Day(number, "yyyy-MM", from1904),
            NumberLook.MonthDay => Day(number, "MM-dd", from1904),
            NumberLook.Year => Day(number, "yyyy", from1904),
            NumberLook.Month => Day(number, "%M", from1904),
            NumberLook.DayOfMonth => Day(number, "%d", from1904),
            _ => null,
        };
    }

    private static string? Day(double number, string shown, bool from1904)
    {
        double serial = number + (from1904 ? DaysFrom1900To1904 : 0);
        if (serial < 1 || serial > LastDay + 1) return null;
        int day = (int)serial;
        int seconds = (int)Math.Round((serial - day) * SecondsOfDay, MidpointRounding.AwayFromZero);
        if (seconds == SecondsOfDay) (day, seconds) = (day + 1, 0);
        if (day == LeapDayThatNeverWas || day > LastDay) return null;
        string text = Zero(day).AddDays(day).ToString(shown, CultureInfo.InvariantCulture);
        return seconds == 0 ? text : $"{text} {TimeSpan.FromSeconds(seconds).ToString(seconds % 60 == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture)}";
    }

    // The count has a 29 February 1900, so days before it are counted from one day later.
    private static DateOnly Zero(int day) => new(1899, 12, day < LeapDayThatNeverWas ? 31 : 30);

    private static string Time(long seconds)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:D2}");
        return seconds % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{seconds % 60:D2}");
    }
}
