using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>One cell of a report of rows and columns.</summary>
/// <remarks>Immutable. Only what is a number, a day or a time for certain is none of a text: a text that looks like one stays a text.</remarks>
internal readonly record struct ReportCell
{
    private ReportCell(ReportCellKind kind, string text) => (Kind, Text) = (kind, text);

    /// <summary>What it holds.</summary>
    public ReportCellKind Kind { get; }

    /// <summary>The text; a number as data writes it, a day as <c>yyyy-MM-dd</c>, a time as <c>HH:mm</c>.</summary>
    public string Text => field ?? string.Empty;

    /// <summary>A text, harmless; nothing where there is none.</summary>
    public static ReportCell Of(string? text) => string.IsNullOrEmpty(text) ? default : new ReportCell(ReportCellKind.Text, HarmlessText.Of(text));

    /// <summary>A whole number.</summary>
    public static ReportCell Of(long number) => new(ReportCellKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number where it is exact; else the text that tells no more, such as <c>&lt;3</c>.</summary>
    public static ReportCell Of(ShownCount count) => count.IsExact ? Of(count.Least) : Of(count.ToString());

    /// <summary>A day.</summary>
    public static ReportCell Of(DateOnly? day) => day is { } known ? new ReportCell(ReportCellKind.Day, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : default;

    /// <summary>A value of a finding; yes and no in words.</summary>
    /// <param name="value">The value; null for none.</param>
    /// <param name="yes">The word for true.</param>
    /// <param name="no">The word for false.</param>
    public static ReportCell Of(FindingValue? value, string yes, string no)
    {
        if (value is null) return default;
        return value.Type switch
        {
            FieldType.Number when IsNumber(value.Text) => new ReportCell(ReportCellKind.Number, value.Text),
            FieldType.Date when DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => Of(day),
            FieldType.Time when MinutesOf(value.Text) is not null => new ReportCell(ReportCellKind.Time, value.Text),
            FieldType.Bool when value.Text is "true" or "false" => Of(value.Text == "true" ? yes : no),
            _ => Of(value.Text),
        };
    }

    /// <summary>The minutes after midnight of <c>HH:mm</c>; null where the text is none.</summary>
    public static int? MinutesOf(string text) =>
        text.Split(':') is [{ Length: 2 } hours, { Length: 2 } minutes]
        && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out int h)
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out int m) && m < 60
            ? (h * 60) + m
            : null;

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
}
