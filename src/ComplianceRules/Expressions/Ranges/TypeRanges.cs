using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The values that facts, parameters and results can have by their type alone.</summary>
internal static class TypeRanges
{
    /// <summary>The days of the years 1 to 9999.</summary>
    public static Interval Days { get; } = Interval.Whole(0, DateOnly.MaxValue.DayNumber);

    /// <summary>The magnitudes that the interpreter keeps: up to 1e300.</summary>
    public static Interval Kept { get; } = Interval.Of(IntervalEnd.At(-Rational.Parse("1e300")), IntervalEnd.At(Rational.Parse("1e300")));

    /// <summary>The ints of 64 bit.</summary>
    public static Interval Ints { get; } = Interval.Whole(long.MinValue, long.MaxValue);

    /// <summary>The minutes that a moved time can come to.</summary>
    public static Interval Minutes { get; } = Interval.Whole(-int.MaxValue, int.MaxValue);

    // A clock has fewer than 48 hours, and a scale that passes midnight places it at most a day later.
    private static readonly Interval Clocks = Interval.Whole(0, 3 * TimeScale.Day);

    // More than any number that a pack can write: 15 digits and an exponent of 15.
    private static readonly Interval Written = Interval.Of(IntervalEnd.At(-Rational.Parse("1e30")), IntervalEnd.At(Rational.Parse("1e30")));

    // Where numbers outgrow the 15 digits that are kept, neighbours a step away can no longer be told apart.
    private static readonly Rational MostSteps = Rational.Parse("1e15");

    /// <summary>Any value of a type.</summary>
    public static ValueRange Of(ExpressionType type) => type switch
    {
        { IsList: true } => ValueRange.Any,
        { Kind: FieldType.Number } => Interval.All,
        { Kind: FieldType.Date } => Days,
        { Kind: FieldType.Time } => Minutes,
        { Kind: FieldType.Bool } => TruthRange.Either,
        _ => ValueRange.Any,
    };

    /// <summary>The values that a fact can have: those outside count as unknown when data is read.</summary>
    public static ValueRange Of(FieldSchema field) => field switch
    {
        { Type: FieldType.Number } => Numbers(field),
        { Type: FieldType.Time, Scale: { } scale } => Interval.Whole(scale.Low, scale.High),
        _ => Of(ExpressionType.Of(field)),
    };

    /// <summary>The values that a pack can give a parameter; packs further in may give others than those that are there.</summary>
    public static ValueRange OfParameter(ExpressionType type) => type switch
    {
        { IsList: false, Kind: FieldType.Number } => Written,
        { IsList: false, Kind: FieldType.Time } => Clocks,
        _ => Of(type),
    };

    /// <summary>The one value.</summary>
    public static ValueRange Of(Value value) => value switch
    {
        NumberValue number => Interval.Point(number.Number),
        DateValue date => Interval.Point(Rational.Of(date.Day.DayNumber)),
        TimeValue time => Interval.Point(Rational.Of(time.Minutes)),
        BoolValue truth => TruthRange.Of(truth.Truth),
        TextValue text => KeyRange.Of(text.Content),
        _ => ValueRange.Any,
    };

    private static Interval Numbers(FieldSchema field)
    {
        if (field.Range is not { } range) return Interval.All;
        (Rational low, Rational high) = (Rational.OfCell(range.Low), Rational.OfCell(range.High));
        Rational? step = field.Step is { } stride ? Rational.OfCell(stride) : null;
        if (step is { } one && (-low / one > MostSteps || high / one > MostSteps)) step = null;
        return Interval.Of(IntervalEnd.At(low), IntervalEnd.At(high), step);
    }
}
