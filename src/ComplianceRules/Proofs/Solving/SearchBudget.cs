namespace ComplianceRules.Proofs;

/// <summary>How much more a search may do: a pack is data and may be hostile.</summary>
/// <param name="steps">The steps left.</param>
internal sealed class SearchBudget(int steps)
{
    /// <summary>What one comparison may take; everyday rules take a few thousand.</summary>
    public const int OfComparison = 400_000;

    /// <summary>What all comparisons of one pack may take together.</summary>
    public const int OfPack = 10 * OfComparison;

    /// <summary>What making and judging a row takes.</summary>
    public const int OfRow = 500;

    /// <summary>Whether there is nothing left.</summary>
    public bool IsSpent => Left <= 0;

    /// <summary>The steps left.</summary>
    public int Left { get; private set; } = steps;

    /// <summary>Takes a step.</summary>
    /// <param name="cost">How large it is.</param>
    public void Take(int cost = 1) => Left -= cost;
}
