namespace ComplianceRules.Engine;

/// <summary>The answers of a condition as they are at hand, before anybody asks for a side of them.</summary>
internal readonly ref struct AnswerBits
{
    /// <summary>One bit a row.</summary>
    public required ReadOnlySpan<ulong> Bits { get; init; }

    /// <summary>Whether a bit means that the condition is false; else that it is true.</summary>
    public required bool IsFalse { get; init; }

    /// <summary>The rows whose bit counts; empty where all do, or where the rows for which it is true are told beside.</summary>
    public ReadOnlySpan<ulong> Known { get; init; }

    /// <summary>The rows for which it is true, where a bit says no more than that it is false; else empty.</summary>
    public ReadOnlySpan<ulong> True { get; init; }
}
