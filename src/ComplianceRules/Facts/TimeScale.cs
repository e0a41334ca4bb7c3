using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>The times that a field can have, in minutes after midnight of the day they belong to; the scale may pass 24:00.</summary>
/// <param name="Low">The earliest minute, included.</param>
/// <param name="High">The latest minute, included; above 1440 where the scale passes midnight.</param>
public sealed record TimeScale(int Low, int High)
{
    /// <summary>Minutes in a day.</summary>
    public const int Day = 24 * 60;

    /// <summary>From 00:00 to 24:00, both included.</summary>
    public static TimeScale WholeDay { get; } = new(0, Day);

    /// <summary>Whether the scale passes midnight.</summary>
    public bool PassesMidnight => High > Day;

    /// <summary>A clock time on this scale: below the lower end of a scale that passes midnight it means the next day, so 00:30 is 24:30.</summary>
    /// <param name="minutes">Minutes after midnight.</param>
    public int Place(int minutes) => PassesMidnight && minutes < Low ? minutes + Day : minutes;

    /// <summary>Whether a placed time lies on the scale; both ends do.</summary>
    /// <param name="minutes">Minutes on this scale.</param>
    public bool Contains(int minutes) => minutes >= Low && minutes <= High;

    /// <summary>Reads <c>H:mm</c> or <c>HH:mm</c>, hours 0 to 47.</summary>
    /// <param name="text">The text.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        int colon = text.IndexOf(':');
        if (colon is < 1 or > 2 || text.Length != colon + 3) return false;
        bool read = int.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out int hour)
            & int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int minute);
        minutes = (hour * 60) + minute;
        return read && hour < 48 && minute < 60;
    }

    /// <summary>A time as <c>HH:mm</c>; past midnight the hours go on from 24, before the day they are counted back from it: <c>-00:20</c> is 20 minutes before midnight.</summary>
    /// <param name="minutes">Minutes on a scale.</param>
    public static string Format(int minutes)
    {
        (long hours, long rest) = Math.DivRem(Math.Abs((long)minutes), 60);
        return string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? "-" : string.Empty)}{hours:D2}:{rest:D2}");
    }
}
