using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Reads days and times as people write them in tables.</summary>
internal static class CellDate
{
    // Month and day may have one digit; each entry names what stands after the year, the month and the day.
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>Reads <c>2025-09-01</c>, <c>2025/9/1</c> or <c>2025年9月1日</c>, or the one format given.</summary>
    public static bool TryDay(string text, string? format, out DateOnly day) =>
        DateOnly.TryParseExact(text, format is null ? Days : [format], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads <c>8:20</c>, or the one format given.</summary>
    public static bool TryTime(string text, string? format, out int minutes)
    {
        if (format is null) return TimeScale.TryParse(text, out minutes);
        bool read = TimeOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time);
        minutes = (time.Hour * 60) + time.Minute;
        return read;
    }

    /// <summary>Whether a format says all that a day or a time has, and nothing else.</summary>
    public static bool IsFormat(string format, FieldType type)
    {
        string needed = type == FieldType.Date ? "yMd" : "Hm";
        return format.Length <= 20 && needed.All(format.Contains) && format.All(c => needed.Contains(c, StringComparison.Ordinal) || !char.IsAsciiLetter(c))
            && !format.AsSpan().ContainsAny("%\\'\"");
    }
}
