using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Writes ranges as an author would write them as conditions, so that they read the same in every language.</summary>
internal static class RangeText
{
    /// <summary>The condition that all values of a range meet, such as <c>0 &lt;= written_minutes &lt;= 600 min/d</c>; null where there is none to tell.</summary>
    /// <param name="name">What has the values.</param>
    /// <param name="range">The range.</param>
    /// <param name="type">The type of the values.</param>
    public static string? Of(string name, ValueRange range, ExpressionType type) => range switch
    {
        Interval interval => Ends(name, interval, type),
        TruthRange truth when truth != TruthRange.Either => $"{name} == {(truth.CanBeTrue ? "true" : "false")}",
        KeyRange { Keys.Count: 1 } keys => $"{name} == \"{keys.Keys[0]}\"",
        KeyRange keys => $"{name} in [{string.Join(", ", keys.Keys.Select(k => $"\"{k}\""))}]",
        _ => null,
    };

    /// <summary>The condition that a step sets, such as <c>classes % 1 == 0</c>; null where there is no step.</summary>
    public static string? OfStep(string name, Interval interval) => interval.Step is { IsZero: false } step ? $"{name} % {step} == 0" : null;

    private static string? Ends(string name, Interval interval, ExpressionType type)
    {
        string unit = type.Unit is { } known && !known.Equals(Unit.One) ? $" {known.Text}" : string.Empty;
        return (interval.Low, interval.High) switch
        {
            ({ } low, not null) when interval.Only is not null => $"{name} == {Number(low, type)}{unit}",
            ({ } low, { } high) => $"{Number(low, type)} {(low.IsIncluded ? "<=" : "<")} {name} {(high.IsIncluded ? "<=" : "<")} {Number(high, type)}{unit}",
            ({ } low, null) => $"{name} {(low.IsIncluded ? ">=" : ">")} {Number(low, type)}{unit}",
            (null, { } high) => $"{name} {(high.IsIncluded ? "<=" : "<")} {Number(high, type)}{unit}",
            _ => null,
        };
    }

    private static string Number(IntervalEnd end, ExpressionType type) => type.Kind switch
    {
        FieldType.Date => DateOnly.FromDayNumber((int)end.Value.Numerator).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Time => TimeScale.Format((int)end.Value.Numerator),
        _ => end.Value.ToString(),
    };
}
