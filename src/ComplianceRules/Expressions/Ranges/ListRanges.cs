namespace ComplianceRules.Expressions;

/// <summary>What macros and aggregates can come to.</summary>
internal static class ListRanges
{
    private static readonly Interval Percents = Interval.Of(IntervalEnd.At(Rational.Zero), IntervalEnd.At(Rational.Of(100)));

    private static readonly Interval NotNegative = Interval.Of(IntervalEnd.At(Rational.Zero), null);

    /// <summary>How many rows a list can have.</summary>
    public static Interval AnyLength { get; } = Interval.Whole(0, int.MaxValue);

    /// <summary>The share of some rows, in per cent.</summary>
    public static Interval Share => Percents;

    /// <summary>The range of a macro: of its item where it makes a list.</summary>
    public static NodeRange Of(MacroExpression macro, NodeRange list, NodeRange body)
    {
        bool isWritten = list.IsWritten && body.IsWritten;
        TruthRange met = body.Range as TruthRange ?? TruthRange.Either;
        ValueRange range = macro.Kind switch
        {
            MacroKind.All => new TruthRange(true, met.CanBeFalse),
            MacroKind.Exists => new TruthRange(met.CanBeTrue, true),
            MacroKind.ExistsOne => new TruthRange(met.CanBeTrue, true),
            MacroKind.Count => UpTo(list.Length),
            MacroKind.Share => Percents,
            MacroKind.Filter => list.Range,
            _ => body.Range,
        };
        Interval length = macro.Kind == MacroKind.Map ? list.Length : UpTo(list.Length);
        return new NodeRange(range, Hazards.None, isWritten) { Length = length };
    }

    /// <summary>The outcome of an aggregate.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="list">What is known of its list.</param>
    /// <param name="weights">What its weights can be; null where it has none.</param>
    public static RangeOutcome Of(AggregateExpression aggregate, NodeRange list, ValueRange? weights) => aggregate.Kind switch
    {
        AggregateKind.Size => RangeOutcome.Of(list.Length),
        AggregateKind.Sum when list.Range is Interval items => ArithmeticRanges.Kept(Sum(items, list.Length), aggregate.Type),
        AggregateKind.Variation => Variation(list.Range, weights),
        AggregateKind.Average when list.Range is Interval { IsEmpty: false } items => ArithmeticRanges.Kept(Interval.Of(items.Low, items.High), aggregate.Type),
        AggregateKind.Min or AggregateKind.Max or AggregateKind.Percentile when list.Range is Interval => RangeOutcome.Of(list.Range),
        _ => RangeOutcome.Of(TypeRanges.Of(aggregate.Type)),
    };

    // A sum of so many numbers lies where so many times one number does, on their step.
    private static Interval Sum(Interval items, Interval length)
    {
        Interval times = IntervalArithmetic.Multiply(Interval.Of(items.Low, items.High), Interval.Of(length.Low, length.High));
        return items.IsEmpty ? Interval.All : Interval.Of(times.Low, times.High, items.Step);
    }

    private static RangeOutcome Variation(ValueRange items, ValueRange? weights)
    {
        bool canDivideByZero = CanAverageZero(items) || (weights is not null && CanAverageZero(weights));
        return new RangeOutcome(NotNegative, canDivideByZero ? Hazards.DivisionByZero : Hazards.None);
    }

    private static bool CanAverageZero(ValueRange items) => items is not Interval { IsEmpty: false } numbers || Interval.Of(numbers.Low, numbers.High).Contains(Rational.Zero);

    private static Interval UpTo(Interval length) => Interval.Of(IntervalEnd.At(Rational.Zero), length.High, Rational.Of(1));
}
