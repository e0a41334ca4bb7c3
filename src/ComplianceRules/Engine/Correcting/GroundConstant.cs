using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What no change of facts touches.</summary>
internal sealed class GroundConstant : GroundNode
{
    private readonly ValueRange _range;

    private GroundConstant(Value value)
        : base([])
    {
        Value = value;
        _range = value is UnknownValue ? new TruthRange(false, false) : TypeRanges.Of(value);
        if (Magnitude(value) is { } number) Linear = LinearSumOfFacts.Of(number);
    }

    /// <summary>Its value.</summary>
    public Value Value { get; }

    /// <summary>Its truth; null where it is unknown or none.</summary>
    public bool? Truth => (Value as BoolValue)?.Truth;

    public override LinearSumOfFacts? Linear { get; }

    public static GroundConstant Of(Value value) => new(value);

    public override ValueRange Range(ChangeBox box) => _range;

    private static Rational? Magnitude(Value value) => value switch
    {
        NumberValue number => number.Number,
        DateValue date => Rational.Of(date.Day.DayNumber),
        TimeValue time => Rational.Of(time.Minutes),
        _ => null,
    };
}
