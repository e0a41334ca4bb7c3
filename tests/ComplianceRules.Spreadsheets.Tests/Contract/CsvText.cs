using System.Globalization;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Classes as a CSV file.</summary>
internal static class CsvText
{
    public static string Classes(MadeDocument document)
    {
        IEnumerable<string> lines = document.Classes.Select(c => string.Join(',', document.Columns.Select(column => Quote(Text(c, column)))));
        return string.Join('\n', [string.Join(',', document.Columns), .. lines, string.Empty]);
    }

    /// <summary>What stands in a cell when a person exports it as text.</summary>
    public static string Text(MadeClass made, string column) => column switch
    {
        "id" => made.Id,
        "school" => made.School,
        _ when made.Cell(column) is { Kind: MadeKind.Percent } percent => string.Create(CultureInfo.InvariantCulture, $"{decimal.Parse(percent.Text, CultureInfo.InvariantCulture) * 100:0.##}%"),
        _ when made.Cell(column) is { Kind: MadeKind.DateZero } => "1900-01-00",
        _ => made.Cell(column).Text,
    };

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
