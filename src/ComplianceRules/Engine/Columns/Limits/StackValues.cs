namespace ComplianceRules.Engine;

/// <summary>Something that each stack of a run sets for itself.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal abstract class StackValues
{
    /// <summary>Whether two stacks set the same.</summary>
    /// <param name="stack">The number of a stack.</param>
    /// <param name="other">The number of the other.</param>
    public abstract bool AreSame(int stack, int other);
}
