using System.Globalization;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>What a spreadsheet or a database would hold for a text that is already written as it would show it.</summary>
internal static class TypedCell
{
    private const int MostDigits = 12;

    /// <summary>A number, a day, a time; else null.</summary>
    public static object? Of(string cell)
    {
        bool isNumber = cell.Length <= MostDigits && decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && ((double)number).ToString("R", CultureInfo.InvariantCulture) == cell;
        if (isNumber) return decimal.Parse(cell, CultureInfo.InvariantCulture);
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        return Time(cell);
    }

    private static TimeSpan? Time(string cell)
    {
        string[] halves = cell.Split(':');
        bool isTime = halves.Length == 2 && int.TryParse(halves[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hour) & int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minute)
            && minute < 60 && string.Create(CultureInfo.InvariantCulture, $"{hour}:{minute:D2}") == cell;
        return isTime ? new TimeSpan(int.Parse(halves[0], CultureInfo.InvariantCulture), int.Parse(halves[1], CultureInfo.InvariantCulture), 0) : null;
    }
}
