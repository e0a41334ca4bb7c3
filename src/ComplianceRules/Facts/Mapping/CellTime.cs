using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Reads times of day as people write them in tables.</summary>
internal static class CellTime
{
    private const string NoSeconds = ":00";
    private const int HalfHour = 30;

    /// <summary>Reads <c>8:20</c>, <c>8:20:00</c>, <c>8时20分</c>, <c>8点20分</c>, <c>8点</c> or <c>8点半</c>, hours 0 to 47; or the one format given.</summary>
    /// <remarks>Seconds that are not zero are not read: they would be lost.</remarks>
    public static bool TryRead(string text, string? format, out int minutes)
    {
        if (format is null) return TimeScale.TryParse(WithoutSeconds(text), out minutes) || TrySpoken(text, out minutes);
        bool read = TimeOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time);
        minutes = (time.Hour * 60) + time.Minute;
        return read;
    }

    private static ReadOnlySpan<char> WithoutSeconds(ReadOnlySpan<char> text) =>
        text.Count(':') == 2 && text.EndsWith(NoSeconds, StringComparison.Ordinal) ? text[..^NoSeconds.Length] : text;

    private static bool TrySpoken(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        int mark = text.IndexOfAny('时', '点');
        if (mark < 0 || !TryNumber(text[..mark], 47, out int hour) || !TryMinutes(text[(mark + 1)..], out int minute)) return false;
        minutes = (hour * 60) + minute;
        return true;
    }

    private static bool TryMinutes(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = text is "半" ? HalfHour : 0;
        return text is "" or "半" || (text.EndsWith('分') && TryNumber(text[..^1], 59, out minutes));
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int most, out int number)
    {
        number = 0;
        return text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
    }
}
