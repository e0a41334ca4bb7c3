namespace ComplianceRules.Expressions;

/// <summary>Which truth values a condition can have when it is known.</summary>
/// <param name="CanBeTrue">Whether it can hold.</param>
/// <param name="CanBeFalse">Whether it can fail.</param>
internal sealed record TruthRange(bool CanBeTrue, bool CanBeFalse) : ValueRange
{
    public static TruthRange Either { get; } = new(true, true);

    public override bool IsEmpty => !CanBeTrue && !CanBeFalse;

    /// <summary>Whether it never holds, though it can be known.</summary>
    public bool IsNever => !CanBeTrue && CanBeFalse;

    /// <summary>Whether it always holds when it is known.</summary>
    public bool IsAlways => CanBeTrue && !CanBeFalse;

    public static TruthRange Of(bool truth) => new(truth, !truth);

    public TruthRange Not() => new(CanBeFalse, CanBeTrue);

    public TruthRange And(TruthRange other) => new(CanBeTrue && other.CanBeTrue, CanBeFalse || other.CanBeFalse);

    public TruthRange Or(TruthRange other) => new(CanBeTrue || other.CanBeTrue, CanBeFalse && other.CanBeFalse);
}
