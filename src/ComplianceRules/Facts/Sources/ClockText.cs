using System.Buffers;
using System.Globalization;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Writes times of day and durations as people do.</summary>
internal static class ClockText
{
    private const long MostShort = 100 * TimeSpan.TicksPerHour;
    private const int LengthOfShort = 5;

    /// <summary>Writes <c>8:20</c>; past midnight the hours go on from 24; seconds and their parts are written only where there are any.</summary>
    public static bool TryWrite(TimeSpan time, Span<char> to, out int length)
    {
        string sign = time < TimeSpan.Zero ? "-" : string.Empty;
        // Split before the sign is taken off: the shortest duration has no positive one.
        long hours = Math.Abs(time.Ticks / TimeSpan.TicksPerHour);
        long minutes = Math.Abs(time.Ticks / TimeSpan.TicksPerMinute % 60);
        long rest = Math.Abs(time.Ticks % TimeSpan.TicksPerMinute);
        if (rest == 0) return to.TryWrite(CultureInfo.InvariantCulture, $"{sign}{hours}:{minutes:D2}", out length);
        decimal seconds = (decimal)rest / TimeSpan.TicksPerSecond;
        return to.TryWrite(CultureInfo.InvariantCulture, $"{sign}{hours}:{minutes:D2}:{seconds:00.#######}", out length);
    }

    /// <summary>Writes the same in UTF-8.</summary>
    public static bool TryWrite(TimeSpan time, Span<byte> to, out int length)
    {
        if (time >= TimeSpan.Zero && time.Ticks < MostShort && time.Ticks % TimeSpan.TicksPerMinute == 0 && to.Length >= LengthOfShort) return WriteShort((int)(time.Ticks / TimeSpan.TicksPerMinute), to, out length);
        Span<char> text = stackalloc char[DataCellText.Longest];
        bool isWritten = TryWrite(time, text, out length);
        return isWritten && Ascii.FromUtf16(text[..length], to, out length) == OperationStatus.Done;
    }

    private static bool WriteShort(int minutes, Span<byte> to, out int length)
    {
        int hours = minutes / 60;
        int digits = hours < 10 ? 1 : 2;
        if (digits == 1) to[0] = (byte)('0' + hours);
        else DataCellText.WriteTwo(hours, to);
        to[digits] = (byte)':';
        DataCellText.WriteTwo(minutes % 60, to[(digits + 1)..]);
        length = digits + 3;
        return true;
    }
}
