using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Every function of the rule language, one line each; two of one name are overloads, and the first that fits is taken.</summary>
internal static class FunctionRegistry
{
    public static ImmutableArray<IExpressionFunction> All { get; } =
    [
        new DateFunction(),
        new TimeFunction(),
        new MinutesFunction(),
        new MinutesOfHoursFunction(),
        new HoursFunction(),
        new HoursOfMinutesFunction(),
        new DaysFunction(),
        new PercentFunction(),
        new PerHundredFunction(),
        new YearFunction(),
        new MonthFunction(),
        new DayOfMonthFunction(),
        new DayOfWeekFunction(),
        new WorkingDaysBetweenFunction(),
        new StartsWithFunction(),
        new EndsWithFunction(),
        new ContainsFunction(),
        new SizeOfTextFunction(),
        new SizeOfSetFunction(),
    ];

    /// <summary>The names, in ordinal order, each once.</summary>
    public static IEnumerable<string> Names => All.Select(f => f.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The functions of a name; empty where there is none.</summary>
    public static ImmutableArray<IExpressionFunction> Named(string name) => [.. All.Where(f => f.Name == name)];
}
