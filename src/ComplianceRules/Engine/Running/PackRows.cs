using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows of a table that have a pack in their stack.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class PackRows
{
    private readonly int[] _ends;

    /// <summary>Gathers the rows.</summary>
    /// <param name="runs">The runs of neighbours whose stack has the pack, in the order of the rows.</param>
    public PackRows(ImmutableArray<StackRun> runs)
    {
        Runs = runs;
        _ends = [.. runs.Select(r => r.End)];
        if (runs.IsEmpty) return;
        (From, End) = (runs[0].Start, runs[^1].End);
        First = From & ~(ValidityBits.PerWord - 1);
        InStack = new ulong[ValidityBits.Words(End - First)];
        foreach (StackRun run in runs)
        {
            Bitmaps.SetRange(InStack, run.Start - First, run.End - First);
            Count += run.End - run.Start;
        }
    }

    /// <summary>The runs of neighbours, each with its stack, in the order of the rows.</summary>
    public ImmutableArray<StackRun> Runs { get; }

    /// <summary>The row of the first bit, a multiple of 64.</summary>
    public int First { get; }

    /// <summary>The first row.</summary>
    public int From { get; }

    /// <summary>The row after the last.</summary>
    public int End { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>One bit a row: set where the pack is in its stack.</summary>
    public ulong[] InStack { get; } = [];

    /// <summary>The least span that has all of the rows between two.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <returns>The first row and the one after the last; none where the second is not above the first.</returns>
    public (int From, int To) Within(int start, int end)
    {
        int first = RunEnds.After(_ends, start);
        int last = Math.Min(RunEnds.After(_ends, end - 1), Runs.Length - 1);
        if (last >= first && Runs[last].Start >= end) last--;
        return last < first ? (end, start) : (Math.Max(Runs[first].Start, start), Math.Min(Runs[last].End, end));
    }
}
