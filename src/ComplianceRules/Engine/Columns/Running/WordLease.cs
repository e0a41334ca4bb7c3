namespace ComplianceRules.Engine;

/// <summary>Room for a bitmap, given back at the end.</summary>
/// <param name="worker">Whose room it is.</param>
/// <param name="room">The room.</param>
/// <param name="words">How many words are wanted.</param>
internal readonly ref struct WordLease(ColumnWorker worker, ulong[] room, int words)
{
    /// <summary>The room, with bits of no certain content.</summary>
    public Span<ulong> Words => room.AsSpan(0, words);

    public void Dispose() => worker.GiveBack(room);
}
