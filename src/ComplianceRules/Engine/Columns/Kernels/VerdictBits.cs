namespace ComplianceRules.Engine;

/// <summary>Bitmaps that verdicts are made of, all of the same rows.</summary>
internal readonly ref struct VerdictBits
{
    /// <summary>The rows that have the rule.</summary>
    public required ReadOnlySpan<ulong> InStack { get; init; }

    /// <summary>The rows that it applies to.</summary>
    public required ReadOnlySpan<ulong> Applies { get; init; }

    /// <summary>The rows that it does not apply to; empty where those are all others.</summary>
    public required ReadOnlySpan<ulong> AppliesNot { get; init; }

    /// <summary>The rows for which it holds.</summary>
    public required ReadOnlySpan<ulong> Holds { get; init; }

    /// <summary>The rows for which it does not hold.</summary>
    public required ReadOnlySpan<ulong> HoldsNot { get; init; }
}
