namespace ComplianceRules.Analysis;

/// <summary>What a parameter is from one day on, on both sides.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Day">The day.</param>
/// <param name="Before">The value of the old packs; null where they have none.</param>
/// <param name="After">The value of the new packs; null where they have none.</param>
internal sealed record ValueMoment(DateOnly Day, ValueInForce? Before, ValueInForce? After)
{
    /// <summary>Whether another day has the same on both sides.</summary>
    /// <param name="other">The other day.</param>
    public bool IsLike(ValueMoment other) => ValueInForce.AreAlike(Before, other.Before) && ValueInForce.AreAlike(After, other.After);
}
