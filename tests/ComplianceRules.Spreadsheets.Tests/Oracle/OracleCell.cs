using System.Globalization;
using System.Text.RegularExpressions;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A second reading of cells, written from docs/data-format.md alone.</summary>
/// <remarks>A value is the text that <see cref="SnapshotLines"/> gives it; null is absent; what cannot be used is one of the two troubles.</remarks>
internal static partial class OracleCell
{
    public const string WrongType = "?WrongType";
    public const string OutOfRange = "?OutOfRange";

    private const int Digits = 15;
    private static readonly string[] Keys = ["day", "full", "part"];
    private static readonly string[] Titles = ["走读", "寄宿", "半寄"];
    private static readonly string[] EnglishTitles = ["Day school", "Full board", "Part"];

    public static string? Read(string cell, OracleField field, OracleMapping mapping)
    {
        string text = cell.Trim();
        if (text.Length == 0) return null;
        if (field.Name == "boarding" && Bool(text, mapping) is { } truth) return truth;
        if (field.Values.Any(v => v.Key == text)) return Shown(field.Values.First(v => v.Key == text).Value, field.Name);
        if (mapping.Nulls.Contains(text)) return null;
        return field.Name switch
        {
            "enrolment" or "members" or "homework" or "share" or "rate" => Number(Fold(text), field),
            "opened" => Day(Fold(text), field.Format),
            "starts" or "meets" or "bedtime" => Time(Fold(text), field),
            "boarding" => WrongType,
            "kind" => Option(text) ?? OutOfRange,
            "kinds" => Set(text),
            _ => text,
        };
    }

    /// <summary>A value of the mapping itself, in the field's type and unit.</summary>
    public static string? Shown(object? value, string field) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        decimal number => Shown(number),
        string text when field == "kind" => Option(text),
        _ => (string)value,
    };

    public static string? Bool(string text, OracleMapping mapping) => mapping.True.Contains(text) ? "true" : mapping.False.Contains(text) ? "false" : null;

    private static string Shown(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static string Fold(string text) => string.Concat(text.Select(c => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '．' => '.',
        '：' => ':',
        '／' => '/',
        '－' => '-',
        '＋' => '+',
        '％' => '%',
        _ => c,
    }));

    private static string Number(string text, OracleField field)
    {
        string plain = field.Format == "#,##0" && Grouped().IsMatch(text) ? text.Replace(",", string.Empty, StringComparison.Ordinal).Replace("，", string.Empty, StringComparison.Ordinal) : text;
        bool isPercent = plain.EndsWith('%');
        if (!Plain().IsMatch(plain) || (isPercent && field.Name is not ("share" or "rate"))) return WrongType;
        if (!decimal.TryParse(plain.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)) return WrongType;
        decimal times = !isPercent ? field.Times : field.Name == "rate" ? 0.01m : 1;
        decimal value = Rounded(number * times);
        (decimal high, bool isWhole) = field.Name switch { "homework" => (600, false), "share" => (100, false), "rate" => (1, false), "enrolment" => (200, true), _ => (200m, false) };
        return value < 0 || value > high || (isWhole && decimal.Truncate(value) != value) ? OutOfRange : Shown(value);
    }

    private static decimal Rounded(decimal number)
    {
        decimal size = Math.Abs(number);
        int before = 0;
        for (decimal rest = size; rest >= 1; rest /= 10) before++;
        if (before > 0) return before >= Digits ? number : Math.Round(number, Digits - before);
        int zeros = 0;
        for (decimal rest = size; rest > 0 && rest < 0.1m; rest *= 10) zeros++;
        return Math.Round(number, Math.Min(28, Digits + zeros));
    }

    private static string Day(string text, string? format)
    {
        Match match = format switch { null => AnyDay().Match(text), "yyyyMMdd" => CompactDay().Match(text), _ => DottedDay().Match(text) };
        if (!match.Success) return WrongType;
        int Part(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        (int year, int month, int day) = (Part("y"), Part("m"), Part("d"));
        bool isDay = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return isDay ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}") : WrongType;
    }

    private static string Time(string text, OracleField field)
    {
        Match match = field.Format switch { null => AnyTime().Match(text), "H:mm" => ClockTime().Match(text), _ => CompactTime().Match(text) };
        if (!match.Success) return WrongType;
        int minute = match.Groups["half"].Success ? 30 : match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (minute > 59) return WrongType;
        int minutes = (int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture) * 60) + minute;
        (int low, int high) = field.Name == "bedtime" ? (17 * 60, 30 * 60) : (0, 24 * 60);
        if (high > 24 * 60 && minutes < low) minutes += 24 * 60;
        return minutes < low || minutes > high ? OutOfRange : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:D2}");
    }

    private static string? Option(string text)
    {
        int at = new[] { Keys, Titles, EnglishTitles }.Select(words => Array.IndexOf(words, text)).Max();
        return at < 0 ? null : Keys[at];
    }

    private static string Set(string text)
    {
        string?[] members = [.. text.Split('、', ',', ';', '|').Select(m => Option(m.Trim()))];
        return members.Contains(null) ? OutOfRange : string.Join('+', Keys.Where(k => members.Contains(k)));
    }

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?%?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}([,，][0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^((?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<y>[0-9]{4})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|(?<y>[0-9]{4})\.(?<m>[0-9]{1,2})\.(?<d>[0-9]{1,2})|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})|(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)( (0:00|00:00|0:00:00|00:00:00))?$")]
    private static partial Regex AnyDay();

    [GeneratedRegex("^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$")]
    private static partial Regex CompactDay();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\.(?<y>[0-9]{4})$")]
    private static partial Regex DottedDay();

    [GeneratedRegex("^((?<h>[0-9]{1,2}):(?<m>[0-9]{2})(:00)?|(?<h>[0-9]{1,2})[时点](?<m>[0-9]{1,2})分|(?<h>[0-9]{1,2})点(?<half>半)?)$")]
    private static partial Regex AnyTime();

    [GeneratedRegex("^(?<h>[0-9]{1,2}):(?<m>[0-9]{2})$")]
    private static partial Regex ClockTime();

    [GeneratedRegex("^(?<h>[0-9]{2})(?<m>[0-9]{2})$")]
    private static partial Regex CompactTime();
}
