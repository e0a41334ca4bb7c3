using System.Collections.Frozen;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Functions and members of C#, SQL and spreadsheets, and what is written in their place; asked only where a name is unknown.</summary>
internal static class HabitNames
{
    public const string Map = "map";

    private static readonly FrozenDictionary<string, string> Macros = new Dictionary<string, string>
    {
        ["Any"] = "exists", ["any"] = "exists", ["some"] = "exists", ["All"] = "all", ["every"] = "all", ["Where"] = "filter", ["where"] = "filter", ["Select"] = Map, ["select"] = Map,
        ["Count"] = "count", ["Single"] = "exists_one", ["Sum"] = "sum", ["Average"] = "avg", ["Avg"] = "avg", ["Max"] = "max", ["Min"] = "min",
        ["exists"] = "exists", ["all"] = "all", ["filter"] = "filter", [Map] = Map, ["exists_one"] = "exists_one", ["count"] = "count", ["share"] = "share",
        ["sum"] = "sum", ["avg"] = "avg", ["max"] = "max", ["min"] = "min",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Functions = new Dictionary<string, string>
    {
        ["Any"] = "a.size() > 0", ["Contains"] = "a.contains(b)", ["StartsWith"] = "a.startsWith(b)", ["EndsWith"] = "a.endsWith(b)", ["Includes"] = "b in a", ["indexOf"] = "a.contains(b)",
        ["AddDays"] = "a + days(n)", ["AddMinutes"] = "a + minutes(n)", ["HasValue"] = "has(x)", ["IsNullOrEmpty"] = "!has(x)", ["IsNullOrWhiteSpace"] = "!has(x)", ["Equals"] = "a == b",
        ["SUM"] = "a.map(x, …).sum()", ["AVERAGE"] = "a.map(x, …).avg()", ["AVG"] = "a.map(x, …).avg()", ["MAX"] = "a.map(x, …).max()", ["MIN"] = "a.map(x, …).min()",
        ["COUNT"] = "a.size()", ["COUNTA"] = "a.size()", ["ROWS"] = "a.size()", ["COUNTIF"] = "a.count(x, …)", ["COUNTIFS"] = "a.count(x, …)",
        ["SUMIF"] = "a.filter(x, …).map(x, …).sum()", ["SUMIFS"] = "a.filter(x, …).map(x, …).sum()", ["AVERAGEIF"] = "a.filter(x, …).map(x, …).avg()", ["PERCENTILE"] = "a.map(x, …).percentile(p)",
        ["LEN"] = "a.size()", ["LENGTH"] = "a.size()", ["SEARCH"] = "a.contains(b)", ["FIND"] = "a.contains(b)",
        ["ISBLANK"] = "!has(x)", ["ISNULL"] = "!has(x)", ["ISNUMBER"] = "has(x)", ["ISNA"] = "!has(x)", ["COALESCE"] = "has(x) ? x : y", ["IFNULL"] = "has(x) ? x : y", ["NVL"] = "has(x) ? x : y",
        ["IFERROR"] = "has(x) ? x : y", ["IFS"] = "a ? b : c", ["SWITCH"] = "a ? b : c", ["TODAY"] = "as_of", ["NOW"] = "as_of", ["GETDATE"] = "as_of", ["CURDATE"] = "as_of",
        ["DATE"] = "date(\"2026-09-01\")", ["DATEVALUE"] = "date(\"2026-09-01\")", ["TIME"] = "time(\"08:20\")", ["TIMEVALUE"] = "time(\"08:20\")", ["YEAR"] = "year(d)", ["MONTH"] = "month(d)",
        ["DAY"] = "day_of_month(d)", ["DAYOFMONTH"] = "day_of_month(d)", ["WEEKDAY"] = "day_of_week(d)", ["NETWORKDAYS"] = "working_days_between(a - days(1), b)", ["DATEDIFF"] = "b - a", ["DATEDIF"] = "b - a", ["timestamp"] = "date(\"2026-09-01\")", ["duration"] = "minutes(n)",
        ["PERCENT"] = "percent(a, b)", ["any"] = "a.exists(x, …)", ["some"] = "a.exists(x, …)", ["every"] = "a.all(x, …)", ["includes"] = "a.contains(b)", ["length"] = "a.size()", ["len"] = "a.size()",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Members = new Dictionary<string, string>
    {
        ["Length"] = "a.size()", ["length"] = "a.size()", ["Count"] = "a.size()", ["count"] = "a.size()", ["HasValue"] = "has(a)", ["Value"] = "a",
        ["Year"] = "year(a)", ["Month"] = "month(a)", ["Day"] = "day_of_month(a)", ["DayOfWeek"] = "day_of_week(a)",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Rounding = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "round", "roundup", "rounddown", "ceiling", "ceil", "floor", "trunc", "truncate");

    private static readonly FrozenSet<string> Patterns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "matches", "isMatch", "regexp_like", "like");

    private static readonly FrozenSet<string> Conversions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "int", "uint", "double", "string", "bytes", "bool", "dyn", "type", "cast", "convert", "value", "text", "toString", "parse");

    /// <summary>What is said of an unknown function that is one of another language; null where it is none known.</summary>
    /// <param name="function">Its name.</param>
    public static (DiagnosticCode Code, string Meant)? Function(string function)
    {
        if (Rounding.Contains(function)) return (DiagnosticCodes.NoRounding, string.Empty);
        if (Patterns.Contains(function)) return (DiagnosticCodes.NoPattern, string.Empty);
        if (Conversions.Contains(function)) return (DiagnosticCodes.NoConversion, string.Empty);
        string? meant = Functions.GetValueOrDefault(function) ?? Functions.GetValueOrDefault(function.ToUpperInvariant());
        return meant is null ? null : (DiagnosticCodes.OtherNotation, meant);
    }

    /// <summary>What is written in place of a member of something that is no row; null where it is none known.</summary>
    /// <param name="member">The name behind the dot.</param>
    public static string? Member(string member) => Members.GetValueOrDefault(member);

    /// <summary>The macro or aggregate that a function over the rows of a list means; null where it is none known.</summary>
    /// <param name="function">Its name.</param>
    public static string? Macro(string function) => Macros.GetValueOrDefault(function);

    /// <summary>Whether it is asked of a list of values, which a map has made.</summary>
    public static bool IsAggregate(string macro) => macro is "sum" or "avg" or "max" or "min";

    /// <summary>What is written in place of a function with an arrow in it; null where it is none known.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="variable">The name before the arrow.</param>
    public static string? Lambda(string function, string variable) =>
        Macro(function) is not { } macro ? null : IsAggregate(macro) ? $"{Map}({variable}, …).{macro}()" : $"{macro}({variable}, …)";
}
