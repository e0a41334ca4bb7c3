namespace ComplianceRules.Engine;

/// <summary>What one rule says of neighbouring rows, one bit a row and verdict, least significant first.</summary>
/// <remarks>Lists only read it while rows are found; the words may be used again afterwards. No row has two verdicts.</remarks>
internal readonly ref struct VerdictWords
{
    /// <summary>The row of the first bit.</summary>
    public required int First { get; init; }

    /// <summary>The rows that break the rule without excuse.</summary>
    public required ReadOnlySpan<ulong> NonCompliant { get; init; }

    /// <summary>The rows whose facts do not decide it.</summary>
    public required ReadOnlySpan<ulong> Undetermined { get; init; }

    /// <summary>The rows that break it and are excused.</summary>
    public ReadOnlySpan<ulong> Waived { get; init; }

    /// <summary>The rows that keep the rule; empty where they are not listed.</summary>
    public ReadOnlySpan<ulong> Compliant { get; init; }

    /// <summary>The rows that it does not concern; empty where they are not listed.</summary>
    public ReadOnlySpan<ulong> NotApplicable { get; init; }
}
