using System.Globalization;
using System.Numerics;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Writes the values of a database as people would.</summary>
internal static class DataCellText
{
    /// <summary>The longest text that a value becomes.</summary>
    public const int Longest = 64;

    private const string Day = "yyyy-MM-dd";
    private const string AllDigits = "0.############################";
    private const int MostBytesShown = 8;

    // A double keeps every number of 15 digits apart, a single one of 7; above that two ids may have become one.
    private const double FirstLossy = 1e15;
    private const float FirstLossySingle = 1e7f;

    /// <summary>Writes a value that is neither a text nor bytes.</summary>
    /// <returns>Whether it is of a type that people write.</returns>
    public static bool TryWrite(object value, Span<char> to, out int length)
    {
        length = 0;
        return value switch
        {
            bool truth => to.TryWrite($"{(truth ? "true" : "false")}", out length),
            decimal exact => exact.TryFormat(to, out length, AllDigits, CultureInfo.InvariantCulture),
            // Adding zero makes the negative zero a plain one.
            double number => (number + 0.0).TryFormat(to, out length, "R", CultureInfo.InvariantCulture),
            float number => (number + 0.0f).TryFormat(to, out length, "R", CultureInfo.InvariantCulture),
            DateOnly day => day.TryFormat(to, out length, Day, CultureInfo.InvariantCulture),
            DateTime time => time.TryFormat(to, out length, Format(time.TimeOfDay), CultureInfo.InvariantCulture),
            DateTimeOffset time => time.TryFormat(to, out length, Format(time.TimeOfDay), CultureInfo.InvariantCulture),
            TimeOnly time => ClockText.TryWrite(time.ToTimeSpan(), to, out length),
            TimeSpan time => ClockText.TryWrite(time, to, out length),
            Guid id => id.TryFormat(to, out length, "D"),
            sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or BigInteger =>
                ((ISpanFormattable)value).TryFormat(to, out length, default, CultureInfo.InvariantCulture),
            _ => false,
        };
    }

    /// <summary>What is wrong with a number however it is written.</summary>
    public static CellFault FaultOf(object value) => value switch
    {
        double number => !double.IsFinite(number) ? CellFault.Error : Math.Abs(number) >= FirstLossy ? CellFault.LostDigits : CellFault.None,
        float number => !float.IsFinite(number) ? CellFault.Error : Math.Abs(number) >= FirstLossySingle ? CellFault.LostDigits : CellFault.None,
        _ => CellFault.None,
    };

    /// <summary>Whether a text is what was stored: providers put the replacement character where bytes are no text.</summary>
    public static bool IsWhole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFD')) return true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Half a character is enumerated as the replacement character too.
            if (rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    /// <summary>The first bytes, as they stand in SQL.</summary>
    public static string Excerpt(byte[] bytes) => $"0x{Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, MostBytesShown)))}{(bytes.Length > MostBytesShown ? "…" : string.Empty)}";

    private static string Format(TimeSpan time)
    {
        if (time == TimeSpan.Zero) return Day;
        return time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    }
}
