using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What one rule says of some neighbouring rows; bits of other rows in the same words, and of rows that do not have the rule, mean nothing.</summary>
internal readonly ref struct RowVerdicts
{
    private readonly int _first;
    private readonly int _from;
    private readonly int _to;

    /// <summary>The verdicts of the rows at hand.</summary>
    /// <param name="scope">The rows at hand.</param>
    public RowVerdicts(ColumnScope scope) => (_first, _from, _to) = (scope.First, scope.From, scope.To);

    /// <summary>The row of the first bit, a multiple of 64.</summary>
    public int First => _first;

    /// <summary>The rows that have the rule.</summary>
    public required ReadOnlySpan<ulong> InStack { get; init; }

    /// <summary>The rows that the rule does not concern.</summary>
    public required ReadOnlySpan<ulong> Outside { get; init; }

    /// <summary>The rows that break it.</summary>
    public required ReadOnlySpan<ulong> Broken { get; init; }

    /// <summary>The rows for which it is not decided.</summary>
    public required ReadOnlySpan<ulong> Open { get; init; }

    /// <summary>The rows that keep it only because breaches of others are excused; empty where that cannot be.</summary>
    public ReadOnlySpan<ulong> KeptByWaivers { get; init; }

    /// <summary>Whether it applies.</summary>
    public required TruthBuffer Applies { get; init; }

    /// <summary>Whether it holds.</summary>
    public required TruthBuffer Holds { get; init; }

    /// <summary>Whether bits of these rows are the same in a larger map.</summary>
    /// <param name="bits">The bits of the rows.</param>
    /// <param name="all">The larger map, from the word of the first row on.</param>
    public bool IsIn(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> all)
    {
        for (int word = 0; word < bits.Length; word++)
        {
            if (((bits[word] ^ all[word]) & Mask(word)) != 0) return false;
        }

        return true;
    }

    /// <summary>Puts bits of these rows into a larger map.</summary>
    /// <param name="bits">The bits of the rows.</param>
    /// <param name="all">The larger map, from the word of the first row on.</param>
    public void Put(ReadOnlySpan<ulong> bits, Span<ulong> all)
    {
        for (int word = 0; word < bits.Length; word++)
        {
            ulong mask = Mask(word);
            all[word] = (all[word] & ~mask) | (bits[word] & mask);
        }
    }

    private ulong Mask(int word)
    {
        int start = _first + (word * ValidityBits.PerWord);
        ulong mask = _from > start ? InStack[word] & (ulong.MaxValue << (_from - start)) : InStack[word];
        int end = start + ValidityBits.PerWord;
        return _to < end ? mask & (ulong.MaxValue >> (end - _to)) : mask;
    }
}
