namespace ComplianceRules.Engine;

/// <summary>Two bitmaps of the same rows: where a condition is true, and where it is known.</summary>
internal readonly ref struct BitPair(Span<ulong> isTrue, Span<ulong> known)
{
    /// <summary>Where the condition is true.</summary>
    public Span<ulong> True { get; } = isTrue;

    /// <summary>Where it is known.</summary>
    public Span<ulong> Known { get; } = known;
}
