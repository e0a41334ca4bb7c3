using System.Globalization;

namespace ComplianceRules.Analysis;

/// <summary>Numbers of written assessments.</summary>
internal static class RecordedNumber
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The number; null for what a decimal cannot hold.</summary>
    public static decimal? Of(string text) => decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>One spelling for each number, however it was written.</summary>
    public static string Text(string text) => Of(text) is { } number ? number.ToString(CultureInfo.InvariantCulture)
        : double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double large) ? large.ToString("R", CultureInfo.InvariantCulture) : text;
}
