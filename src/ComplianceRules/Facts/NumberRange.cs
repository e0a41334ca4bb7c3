namespace ComplianceRules.Facts;

/// <summary>The values that a number can have at all; never a policy's limit.</summary>
/// <param name="Low">The smallest possible value, included.</param>
/// <param name="High">The largest possible value, included.</param>
public sealed record NumberRange(double Low, double High)
{
    /// <summary>Whether a value lies in the range; both ends do.</summary>
    /// <param name="value">The value, in the field's unit.</param>
    public bool Contains(double value) => value >= Low && value <= High;
}
