namespace ComplianceRules.Engine;

/// <summary>The rows at hand that a group of rules concerns, found once for all its rules.</summary>
internal readonly ref struct ConcernedRows
{
    /// <summary>Finds the rows.</summary>
    /// <param name="inStack">The rows that have the rules.</param>
    /// <param name="applies">Whether the rules apply.</param>
    /// <param name="outside">Takes the rows that have the rules and that they do not concern.</param>
    /// <param name="room">Room for two bitmaps.</param>
    public ConcernedRows(ReadOnlySpan<ulong> inStack, TruthBuffer applies, Span<ulong> outside, Span<ulong> room)
    {
        Span<ulong> sure = room[..inStack.Length];
        Sure = sure;
        if (applies.IsTotal)
        {
            Bitmaps.Part(inStack, applies.True, sure, outside);
            Possible = sure;
            return;
        }

        Span<ulong> possible = room[inStack.Length..][..inStack.Length];
        Bitmaps.And(inStack, applies.True, sure);
        Bitmaps.Part(inStack, applies.False, outside, possible);
        Possible = possible;
    }

    /// <summary>The rows to which the rules apply.</summary>
    public ReadOnlySpan<ulong> Sure { get; }

    /// <summary>The rows to which they apply or may apply.</summary>
    public ReadOnlySpan<ulong> Possible { get; }

    /// <summary>How many words of room two bitmaps take.</summary>
    /// <param name="words">The words of one.</param>
    public static int Room(int words) => 2 * words;
}
