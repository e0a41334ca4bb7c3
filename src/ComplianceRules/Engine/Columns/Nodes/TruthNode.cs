namespace ComplianceRules.Engine;

/// <summary>A condition on the rows of one table, answered for a block of rows at once.</summary>
/// <remarks>Immutable; may be shared between threads. What it works with lies in the scope.</remarks>
/// <param name="slot">Its number among the conditions of the table.</param>
internal abstract class TruthNode(int slot)
{
    /// <summary>Its number among the conditions of the table.</summary>
    public int Slot => slot;

    /// <summary>Conditions all of which are true where this one is.</summary>
    public virtual IEnumerable<TruthNode> Needed => [this];

    /// <summary>Answers for all rows at hand.</summary>
    /// <param name="scope">The rows at hand.</param>
    /// <param name="into">Room for the answers, total and of no certain content.</param>
    public abstract void Judge(ColumnScope scope, TruthBuffer into);
}
