using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The small values that reports are made of, as JSON.</summary>
internal static class JsonValues
{
    /// <summary>Both languages; a language that the pack does not give is null.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, LocalText? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteDate(Utf8JsonWriter json, string name, DateOnly? date) =>
        json.WriteString(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A number, or text where persons are counted only so far.</summary>
    public static void WriteCount(Utf8JsonWriter json, string name, ShownCount count)
    {
        if (count.IsExact) json.WriteNumber(name, count.Least);
        else json.WriteString(name, count.ToString());
    }

    /// <summary>A line or a column; null where it is not known.</summary>
    public static void WritePosition(Utf8JsonWriter json, string name, int? position)
    {
        if (position is > 0 and int known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    /// <summary>A number as a JSON number, yes or no as a JSON boolean, everything else as text.</summary>
    public static void WriteValue(Utf8JsonWriter json, string name, FindingValue? value)
    {
        if (value is null) json.WriteNull(name);
        else if (value.Number is { } number) json.WriteNumber(name, number);
        else if (value.Type == FieldType.Number && TryDouble(value.Text, out double large)) json.WriteNumber(name, large);
        else if (value.Type == FieldType.Bool && value.Text is "true" or "false") json.WriteBoolean(name, value.Text == "true");
        else json.WriteString(name, value.Text);
    }

    // A decimal ends at 7.9e28 and has no exponent; data numbers go further.
    private static bool TryDouble(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
