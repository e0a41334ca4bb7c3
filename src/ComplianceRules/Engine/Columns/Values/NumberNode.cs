namespace ComplianceRules.Engine;

/// <summary>A number for each row of one table, worked out for a block of rows at once.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="scale">What one of its numbers stands for.</param>
/// <param name="most">The largest magnitude that a number may have, in its scale; infinite where nothing is known.</param>
/// <param name="isExact">Whether its numbers are whole and never off.</param>
internal abstract class NumberNode(int slot, NumberScale scale, double most, bool isExact)
{
    /// <summary>Below it whole numbers, and sums and products of them, are exact.</summary>
    public const double MostExact = 1L << 53;

    /// <summary>Its number among those of the table.</summary>
    public int Slot => slot;

    /// <summary>What one of its numbers stands for.</summary>
    public NumberScale Scale => scale;

    /// <summary>The largest magnitude that a number may have, in its scale.</summary>
    public double Most => most;

    /// <summary>Whether its numbers are whole and never off.</summary>
    public bool IsExact => isExact;

    /// <summary>Works out the numbers of all rows at hand.</summary>
    /// <param name="scope">The rows at hand.</param>
    /// <param name="into">Room for the numbers, all known and exact.</param>
    public abstract void Measure(ColumnScope scope, NumberBuffer into);
}
