namespace ComplianceRules.Engine;

/// <summary>The sums of each row that its coefficient of variation is made of.</summary>
internal readonly ref struct MomentRoom(Span<double> weights, Span<double> sums, Span<double> squares)
{
    /// <summary>The sum of the weights.</summary>
    public Span<double> Weights { get; } = weights;

    /// <summary>The weighted sum of the numbers.</summary>
    public Span<double> Sums { get; } = sums;

    /// <summary>The weighted sum of their squares.</summary>
    public Span<double> Squares { get; } = squares;
}
