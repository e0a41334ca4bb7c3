using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>What a search for changes came to.</summary>
/// <param name="Changes">The changes; none where there are none or none were found.</param>
/// <param name="IsCheapest">Whether no cheaper ones of the facts looked at do.</param>
/// <param name="IsComplete">Whether the search came to its end: what it found is the cheapest, and where it found nothing, nothing does.</param>
internal sealed record FoundChanges(ImmutableArray<(ChangeableFact Fact, long Number)> Changes, bool IsCheapest, bool IsComplete)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>What the changes cost.</summary>
    public double Cost => Changes.Sum(c => c.Fact.Cost(c.Number));

    /// <summary>These or those of a search among more facts, whichever are cheaper; the promise is that of the wider search.</summary>
    /// <param name="wider">What that search came to.</param>
    public FoundChanges OrBetter(FoundChanges wider)
    {
        bool areKept = !IsEmpty && (wider.IsEmpty || Cost <= wider.Cost);
        return areKept ? this with { IsCheapest = wider.IsComplete, IsComplete = wider.IsComplete } : wider;
    }
}
