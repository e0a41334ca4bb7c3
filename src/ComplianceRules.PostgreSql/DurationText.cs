using System.Globalization;

namespace ComplianceRules.PostgreSql;

/// <summary>Reads durations as settings of the server are written: milliseconds, or a number with its unit.</summary>
internal static class DurationText
{
    private static readonly (string Unit, long Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000)];

    /// <summary>The duration; null where the text is none that the server can take.</summary>
    public static TimeSpan? Read(string text)
    {
        int digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        long scale = digits < 0 ? 1 : Array.Find(Units, u => text.AsSpan(digits).SequenceEqual(u.Unit)).Milliseconds;
        if (scale == 0 || !int.TryParse(digits < 0 ? text : text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        return number * scale <= int.MaxValue ? TimeSpan.FromMilliseconds(number * scale) : null;
    }
}
