using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Writes the numbers of workbooks as people would.</summary>
internal static class NumberText
{
    private const int KeptDigits = 15;
    private const double Unsure = 1e15;

    /// <summary>A number as a cell shows it.</summary>
    /// <param name="raw">The number as it is stored.</param>
    /// <param name="format">As what it is shown.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    public static CellContent Of(string raw, NumberFormat format, bool from1904)
    {
        // What is stored may have seventeen digits; fifteen are meant.
        if (!IsNumber(raw) || !FactNumber.TryParse(raw, out double number)) return CellContent.Error(raw);
        NumberLook look = format.LookOf(number);
        if (look == NumberLook.PercentSign) return new CellContent(Plain(number, 0) + "%");
        if (look == NumberLook.Percent) return new CellContent(Plain(number, 2) + "%");
        if (look == NumberLook.Plain)
            return new CellContent(Plain(number, 0), Math.Abs(number) >= Unsure && double.IsInteger(number) ? CellFault.LostDigits : CellFault.None);
        return SerialText.Of(number, look, from1904) is { } text ? new CellContent(text) : CellContent.Error(Plain(number, 0));
    }

    /// <summary>The digits of a number without exponent.</summary>
    /// <param name="number">The number.</param>
    /// <param name="shift">The power of ten that it is multiplied by.</param>
    public static string Plain(double number, int shift)
    {
        if (number == 0) return "0";
        string text = Math.Abs(number).ToString("E14", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        int point = int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture) + shift + 1;
        string digits = (text[..1] + text[2..mark]).TrimEnd('0');
        string sign = number < 0 ? "-" : string.Empty;
        if (point >= digits.Length) return sign + digits.PadRight(point, '0');
        return point > 0 ? $"{sign}{digits[..point]}.{digits[point..]}" : $"{sign}0.{new string('0', -point)}{digits}";
    }

    private static bool IsNumber(string raw) => raw.Length is > 0 and <= KeptDigits * 30;
}
