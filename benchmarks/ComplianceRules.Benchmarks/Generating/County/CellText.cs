using System.Globalization;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>Facts as they stand in cells.</summary>
internal static class CellText
{
    private const string Day = "yyyy-MM-dd";

    public static string Of(decimal number) => (number / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>A value of a recipe: a list is a set.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(Of)),
        _ => value.GetRawText(),
    };

    /// <summary>A cell as CSV has it.</summary>
    public static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    public static DateOnly ToDay(string text) => DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);

    public static int ToMinutes(string text) => TimeScale.TryParse(text, out int minutes) ? minutes : throw new InvalidDataException($"`{text}` is no time");
}
