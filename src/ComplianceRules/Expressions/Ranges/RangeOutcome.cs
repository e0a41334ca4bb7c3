namespace ComplianceRules.Expressions;

/// <summary>What can come of a function or an operation.</summary>
/// <param name="Range">The values that it can give.</param>
/// <param name="Hazards">Why it can be unknown although what it is given is known.</param>
internal readonly record struct RangeOutcome(ValueRange Range, Hazards Hazards)
{
    public static RangeOutcome Of(ValueRange range) => new(range, Hazards.None);
}
