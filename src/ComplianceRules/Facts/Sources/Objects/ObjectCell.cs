using System.Collections.Immutable;
using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Reads the values of objects as fields want them.</summary>
internal static class ObjectCell
{
    private const double FirstLossy = 1e15;
    private const int MostHours = 48;

    public static CellValue Of(long number) => Math.Abs((double)number) < FirstLossy ? CellValue.Of((double)number) : Number(number, default);

    public static CellValue Of(float number) => float.IsInteger(number) && Math.Abs(number) < FirstLossy ? CellValue.Of((double)number) : Number(number, "R");

    public static CellValue Of(double number) => double.IsInteger(number) && Math.Abs(number) < FirstLossy ? CellValue.Of(number) : Number(number, "R");

    public static CellValue Of(decimal number) => Number(number, default);

    public static CellValue Of(string? text)
    {
        if (text is null) return CellValue.Absent;
        return DataCellText.IsWhole(text) ? CellValue.Of(text) : CellValue.Unusable(text);
    }

    public static CellValue Of(IEnumerable<string>? keys)
    {
        if (keys is null) return CellValue.Absent;
        ImmutableArray<string> given = [.. keys];
        return given.Contains(null!) ? CellValue.Unusable("null") : CellValue.Of(given);
    }

    public static CellValue Of(TimeSpan time)
    {
        bool usable = time >= TimeSpan.Zero && time < TimeSpan.FromHours(MostHours) && time.Ticks % TimeSpan.TicksPerMinute == 0;
        return usable ? CellValue.Of((double)(time.Ticks / TimeSpan.TicksPerMinute)) : CellValue.Unusable(Clock(time));
    }

    /// <summary>A value as a message shows it.</summary>
    public static string Shown(CellValue value, FieldSchema field) => field.Type switch
    {
        _ when value.Text is not null => value.Text,
        FieldType.Set => value.Keys.FirstOrDefault(key => !field.HasOption(key)) ?? string.Join(',', value.Keys),
        FieldType.Time => TimeScale.Format((int)value.Number),
        _ => value.Number.ToString("R", CultureInfo.InvariantCulture),
    };

    // Rounded by its decimal digits, as the same number in a file is.
    private static CellValue Number<TNumber>(TNumber number, string? format)
        where TNumber : struct, ISpanFormattable
    {
        Span<char> text = stackalloc char[DataCellText.Longest];
        bool written = number.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        return written && FactNumber.TryParse(text[..length], out double value) ? CellValue.Of(value) : CellValue.Unusable(text[..length].ToString());
    }

    private static string Clock(TimeSpan time)
    {
        Span<char> text = stackalloc char[DataCellText.Longest];
        _ = ClockText.TryWrite(time, text, out int length);
        return text[..length].ToString();
    }
}
