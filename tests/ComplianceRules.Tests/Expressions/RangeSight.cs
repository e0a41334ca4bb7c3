using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Ranges of expressions of the sample schema, as tests read them.</summary>
internal static class RangeSight
{
    /// <summary>The checked expression, whatever is warned of; null where it is refused.</summary>
    public static TypedExpression? Typed(string expression, string subject = BaseTables.Class) =>
        new ExpressionChecker(SampleSchema.Scope(subject), new DiagnosticBag()).Read(Written.Json(expression));

    /// <summary>The range of an expression over <c>x</c>, such as <c>0 &lt;= x &lt;= 5</c>, with its step.</summary>
    public static string Of(string expression, string subject = BaseTables.Class)
    {
        TypedExpression typed = Typed(expression, subject) ?? throw new FormatException(expression);
        ValueRange range = ExpressionRanges.Of(typed)[typed].Range;
        if (range.IsEmpty) return "none";
        string text = (RangeText.Of("x", range, typed.Type with { Unit = null }) ?? "any").Replace($"1{new string('0', 300)}", "1e300", StringComparison.Ordinal);
        return range is Interval interval && RangeText.OfStep("x", interval) is { } step && interval.Only is null ? $"{text}, {step}" : text;
    }

    /// <summary>Every hazard of an expression and its parts.</summary>
    public static Hazards HazardsIn(string expression, string subject = BaseTables.Class)
    {
        ExpressionRanges ranges = ExpressionRanges.Of(Typed(expression, subject) ?? throw new FormatException(expression));
        return ranges.Nodes.Aggregate(Hazards.None, (all, at) => all | ranges[at.Node].Hazards);
    }

    /// <summary>The warnings of an expression, without their places and helps.</summary>
    public static ImmutableArray<string> Warnings(string expression, string subject = BaseTables.Class, TextLanguage language = TextLanguage.English)
    {
        DiagnosticBag problems = new();
        Assert.NotNull(new ExpressionChecker(SampleSchema.Scope(subject), problems).Read(Written.Json(expression)));
        return [.. problems.InFileOrder().Select(p => $"{p.Code}: {p.Message(language)}")];
    }

    /// <summary>Whether a known value is one that a range tells of.</summary>
    public static bool Holds(ValueRange range, Value value) => (range, value) switch
    {
        (_, UnknownValue) => true,
        (Interval interval, NumberValue number) => interval.Contains(number.Number),
        (Interval interval, DateValue day) => interval.Contains(Rational.Of(day.Day.DayNumber)),
        (Interval interval, TimeValue time) => interval.Contains(Rational.Of(time.Minutes)),
        (Interval interval, RootValue) => interval is { Low: { IsIncluded: true, Value.IsZero: true }, High: null },
        (TruthRange truth, BoolValue known) => known.Truth ? truth.CanBeTrue : truth.CanBeFalse,
        (KeyRange keys, TextValue text) => keys.Keys.Contains(text.Content),
        (AnyRange, _) => true,
        _ => false,
    };
}
