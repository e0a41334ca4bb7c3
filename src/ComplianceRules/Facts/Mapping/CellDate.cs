using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Reads days as people write them in tables.</summary>
internal static class CellDate
{
    private const int LongestFormat = 20;

    // Month and day may have one digit; each entry names what stands after the year, the month and the day.
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    // What spreadsheets and databases write behind a day that has no time.
    private static readonly string[] Midnights = ["0:00", "00:00", "0:00:00", "00:00:00"];

    /// <summary>Reads <c>2025-09-01</c>, <c>2025/9/1</c>, <c>2025.9.1</c>, <c>2025年9月1日</c> or <c>20250901</c>, midnight behind it or not; or the one format given.</summary>
    /// <remarks>A day with another time of day than midnight is not read: the time would be lost.</remarks>
    public static bool TryDay(string text, string? format, out DateOnly day) =>
        format is null ? TryParse(WithoutMidnight(text), Days, out day) : TryParse(text, [format], out day);

    /// <summary>Whether a format says all that a day or a time has, and nothing else.</summary>
    public static bool IsFormat(string format, FieldType type)
    {
        string needed = type == FieldType.Date ? "yMd" : "Hm";
        return format.Length <= LongestFormat && needed.All(format.Contains)
            && format.All(c => needed.Contains(c, StringComparison.Ordinal) || !char.IsAsciiLetter(c)) && !format.AsSpan().ContainsAny("%\\'\"");
    }

    private static bool TryParse(ReadOnlySpan<char> text, string[] formats, out DateOnly day) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static ReadOnlySpan<char> WithoutMidnight(string text)
    {
        int gap = text.AsSpan().IndexOfAny(" T　");
        return gap >= 0 && IsMidnight(text.AsSpan(gap + 1).Trim()) ? text.AsSpan(0, gap) : text;
    }

    private static bool IsMidnight(ReadOnlySpan<char> time)
    {
        int point = time.IndexOf('.');
        ReadOnlySpan<char> clock = point < 0 ? time : time[..point];
        bool exact = point < 0 || (point < time.Length - 1 && !time[(point + 1)..].ContainsAnyExcept('0'));
        foreach (string midnight in Midnights)
        {
            if (exact && clock.SequenceEqual(midnight)) return true;
        }

        return false;
    }
}
