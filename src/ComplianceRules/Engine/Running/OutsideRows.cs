namespace ComplianceRules.Engine;

/// <summary>The rows that rules do not concern: one bitmap for all rules of a pack that apply to the same rows, counted once.</summary>
/// <remarks>Filled while the rules are judged, then only read. Threads may fill different words at once.</remarks>
/// <param name="bits">Room for one bit a row.</param>
internal sealed class OutsideRows(Memory<ulong> bits)
{
    private readonly Lock _counting = new();
    private int? _count;

    /// <summary>One bit a row.</summary>
    public Span<ulong> Bits => bits.Span;

    /// <summary>How many rows there are.</summary>
    public int Count
    {
        get
        {
            lock (_counting) return _count ??= Bitmaps.Count(Bits);
        }
    }

    /// <summary>Forgets what was counted, so that the rows are found anew.</summary>
    public void Begin() => _count = null;

    /// <summary>The same in room of its own.</summary>
    public OutsideRows Copy() => new(bits.ToArray());
}
