using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>The values that are tried, ascending.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Type">What kind of values they are.</param>
/// <param name="Values">The values.</param>
internal sealed record SweepRange(FieldType Type, ImmutableArray<Value> Values)
{
    private const int LongestText = 60;
    private const int LongestNumber = 32;
    private const long LargestShown = 1_000_000_000;

    /// <summary>Reads the range of a request; null where trouble has been reported.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="type">What kind of values the parameter has.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static SweepRange? Read(WhatIfRequest request, FieldType type, DiagnosticBag problems)
    {
        Rational? from = Place(request.From, type, problems);
        Rational? to = Place(request.To, type, problems);
        Rational? step = request.Step is null ? Rational.Of(1) : StepOf(request.Step, type, problems);
        if (from is not { } first || to is not { } last || step is not { } by) return null;
        if (first > last)
        {
            problems.Report(DiagnosticCodes.RangeIsEmpty, null, request.From, request.To);
            return null;
        }

        Rational steps = (last - first) / by;
        BigInteger count = BigInteger.Divide(steps.Numerator, steps.Denominator) + 1;
        if (count > WhatIf.MostValues)
        {
            problems.Report(DiagnosticCodes.RangeTooLong, null, request.From, request.To, Shown(count), WhatIf.MostValues.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        return Of(request, type, [.. Enumerable.Range(0, (int)count).Select(i => ValueAt(first + (by * Rational.Of(i)), type))], problems);
    }

    // What is shown is to be what was tried: texts of numbers end after 15 digits.
    private static SweepRange? Of(WhatIfRequest request, FieldType type, ImmutableArray<Value> values, DiagnosticBag problems)
    {
        if (values.OfType<NumberValue>().All(v => v.Text.Length <= LongestNumber && Rational.TryParse(v.Text, out Rational shown) && shown == v.Number)) return new SweepRange(type, values);
        problems.Report(DiagnosticCodes.RangeTooFine, null, request.From, request.To);
        return null;
    }

    /// <summary>A value as a number that is larger where the value is larger or later; null for values without such an order.</summary>
    /// <param name="value">The value.</param>
    public static Rational? Place(Value value) => value switch
    {
        NumberValue number => number.Number,
        TimeValue time => Rational.Of(time.Minutes),
        DateValue date => Rational.Of(date.Day.DayNumber),
        _ => null,
    };

    private static Rational? Place(string text, FieldType type, DiagnosticBag problems)
    {
        Rational? place = type switch
        {
            FieldType.Number when text.Length <= LongestText && Rational.TryParse(text, out Rational number) => number,
            FieldType.Time when TimeScale.TryParse(text, out int minutes) => Rational.Of(minutes),
            FieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => Rational.Of(day.DayNumber),
            _ => null,
        };
        if (place is null) problems.Report(DiagnosticCodes.RangeOfOtherType, null, Shortened(text), FieldTypeWords.Of(type), Example(type));
        return place;
    }

    private static Rational? StepOf(string text, FieldType type, DiagnosticBag problems)
    {
        bool fits = text.Length <= LongestText && Rational.TryParse(text, out Rational step) && step > Rational.Zero && (step.IsWhole || type == FieldType.Number);
        if (fits) return Rational.Parse(text);
        problems.Report(DiagnosticCodes.StepDoesNotFit, null, Shortened(text), FieldTypeWords.Of(type));
        return null;
    }

    private static Value ValueAt(Rational place, FieldType type) => type switch
    {
        FieldType.Time => new TimeValue((int)place.Numerator),
        FieldType.Date => new DateValue(DateOnly.FromDayNumber((int)place.Numerator)),
        _ => new NumberValue(place),
    };

    // Ends and steps may have hundreds of digits, which tell nobody anything.
    private static string Shown(BigInteger count) => count > LargestShown ? $">{LargestShown.ToString(CultureInfo.InvariantCulture)}" : count.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";

    private static string Example(FieldType type) => type switch
    {
        FieldType.Time => "21:30",
        FieldType.Date => "2026-09-01",
        _ => "7.5",
    };
}
