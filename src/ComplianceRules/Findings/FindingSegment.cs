namespace ComplianceRules.Findings;

/// <summary>Neighbouring findings of a list, such as all of one rule.</summary>
/// <remarks>Never changes as far as anybody can see; may be shared between threads.</remarks>
internal abstract class FindingSegment
{
    /// <summary>How many findings there are; no finding is made to tell.</summary>
    public abstract int Count { get; }

    /// <summary>A finding; equal each time it is asked for, but not always the same object.</summary>
    /// <param name="index">Which one, from 0.</param>
    public abstract Finding this[int index] { get; }

    /// <summary>What is known of a finding without making it.</summary>
    /// <param name="index">Which one, from 0.</param>
    public abstract FindingOutline Outline(int index);

    /// <summary>Those of the findings that are wanted; null where there is none.</summary>
    /// <param name="scope">Which are wanted.</param>
    public abstract FindingSegment? Within(FindingScope scope);

    /// <summary>Whether the data has the school or the region that is wanted; null where the findings do not tell.</summary>
    /// <param name="scope">Which are wanted.</param>
    public abstract bool? Knows(FindingScope scope);
}
