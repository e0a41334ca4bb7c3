using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows that a rule concerns, one bit a row.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class ConcernedVerdicts
{
    /// <summary>Finds the rows.</summary>
    /// <param name="bits">What the rule says.</param>
    public ConcernedVerdicts(RuleBits bits)
    {
        Bits = bits;
        Rows = new ulong[bits.Rows.InStack.Length];
        Bitmaps.AndNot(bits.Rows.InStack, bits.Outside, Rows);
        Count = Bitmaps.Count(Rows);
    }

    /// <summary>What the rule says.</summary>
    public RuleBits Bits { get; }

    /// <summary>The rows that it applies to or may apply to.</summary>
    public ulong[] Rows { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The rows of a stack that are concerned, in ascending order.</summary>
    /// <param name="run">Some of the rows that have the rule.</param>
    public IEnumerable<int> RowsOf(StackRun run)
    {
        for (int row = run.Start; row < run.End; row++)
        {
            if (ValidityBits.Get(Rows, row - Bits.First)) yield return row;
        }
    }

    /// <summary>How many rows of a stack are concerned.</summary>
    /// <param name="run">Some of the rows that have the rule.</param>
    public int CountOf(StackRun run) => Bitmaps.Count(Rows, run.Start - Bits.First, run.End - Bits.First);
}
