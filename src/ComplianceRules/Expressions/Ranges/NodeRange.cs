namespace ComplianceRules.Expressions;

/// <summary>What is known of a node of an expression before there are any facts.</summary>
/// <param name="Range">The values that it can have when it is known; of a list, those of an item.</param>
/// <param name="Hazards">Why it can be unknown although all its parts are known.</param>
/// <param name="IsWritten">Whether all of it is written out, so that no fact, parameter or day decides it.</param>
internal sealed record NodeRange(ValueRange Range, Hazards Hazards, bool IsWritten)
{
    /// <summary>How many items a list can have; means nothing for other nodes.</summary>
    public Interval Length { get; init; } = ListRanges.AnyLength;
}
