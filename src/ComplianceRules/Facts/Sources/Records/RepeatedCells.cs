namespace ComplianceRules.Facts;

/// <summary>What the repeated columns of rows said first, over all files of a table.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class RepeatedCells
{
    /// <summary>The cells of the first record of a row.</summary>
    public Dictionary<int, string[]> First { get; } = [];

    /// <summary>The cells that differed later and are reported already.</summary>
    public HashSet<(int Row, int Field)> Differing { get; } = [];
}
