using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>The small values that reports are made of, as JSON.</summary>
internal static class JsonValues
{
    private const string DayFormat = "yyyy-MM-dd";

    // A double has no more than 309 digits before the point.
    private const int LongestNumber = 400;

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
        json.WriteString(name, date?.ToString(DayFormat, CultureInfo.InvariantCulture));

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
        else if (value.Type == FieldType.Number && IsNumber(value.Text)) WriteLexeme(json, name, value.Text);
        else if (value.Number is { } number) json.WriteNumber(name, number);
        else if (IsWrittenTruth(value)) json.WriteBoolean(name, value.Text == "true");
        else json.WriteString(name, value.Text);
    }

    /// <summary>The type of a value, where the way that it is written does not show it.</summary>
    public static void WriteType(Utf8JsonWriter json, string name, FindingValue? value)
    {
        if (value is null || value.Number is not null || IsWrittenTruth(value) || (value.Type == FieldType.Number && IsNumber(value.Text))) return;
        if (TypeOf(value.Text) != value.Type) json.WriteString(name, FindingNames.Of(value.Type));
    }

    /// <summary>The type that a text shows: a day, a time, else a key.</summary>
    public static FieldType TypeOf(string text)
    {
        if (text.Length == DayFormat.Length && DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return FieldType.Date;
        return TimeScale.TryParse(text.StartsWith('-') ? text.AsSpan(1) : text, out _) ? FieldType.Time : FieldType.Enum;
    }

    /// <summary>Whether a text is a number as JSON writes it, and one that can be worked with.</summary>
    public static bool IsNumber(string text)
    {
        ReadOnlySpan<char> rest = text.StartsWith('-') ? text.AsSpan(1) : text;
        int whole = Digits(rest);
        if (text.Length > LongestNumber || whole == 0 || (whole > 1 && rest[0] == '0')) return false;
        rest = rest[whole..];
        if (rest is ['.', ..])
        {
            int places = Digits(rest[1..]);
            if (places == 0) return false;
            rest = rest[(places + 1)..];
        }

        return rest.IsEmpty || (IsExponent(rest) && double.IsFinite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text is ['e' or 'E', '+' or '-', ..] ? text[2..] : text is ['e' or 'E', ..] ? text[1..] : [];
        return !digits.IsEmpty && Digits(digits) == digits.Length;
    }

    private static bool IsWrittenTruth(FindingValue value) => value is { Type: FieldType.Bool, Text: "true" or "false" };

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and int end ? end : text.Length;

    // As it is written, digit by digit: a decimal ends at 7.9e28, and a double would round.
    private static void WriteLexeme(Utf8JsonWriter json, string name, string number)
    {
        Span<byte> digits = stackalloc byte[LongestNumber];
        int length = Encoding.ASCII.GetBytes(number, digits);
        json.WritePropertyName(name);
        json.WriteRawValue(digits[..length], skipInputValidation: true);
    }
}
