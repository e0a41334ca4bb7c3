using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Judges rules over one table, a block of rows after the other.</summary>
internal static class TablePass
{
    /// <summary>The rows of a block: its columns and bitmaps stay in the second-level cache. A multiple of 64, so that no two blocks share a word.</summary>
    public const int RowsOfBlock = 16 * 1024;

    /// <summary>Judges one block.</summary>
    /// <param name="worker">What the thread works with.</param>
    /// <param name="pass">The rules.</param>
    /// <param name="block">The block's number, from 0.</param>
    public static void Judge(ColumnWorker worker, PassRoom pass, int block)
    {
        worker.Check();
        ColumnScope scope = worker.Subject(pass.Program);
        int start = block * RowsOfBlock;
        foreach (GroupRoom group in pass.Groups)
        {
            (int from, int to) = group.Rows.Within(start, start + RowsOfBlock);
            if (from >= to) continue;
            scope.Move(from, to);
            Judge(scope, group, block);
        }
    }

    private static void Judge(ColumnScope scope, GroupRoom group, int block)
    {
        int offset = (scope.First - group.Rows.First) / ValidityBits.PerWord;
        Range words = offset..(offset + scope.Length);
        ReadOnlySpan<ulong> inStack = group.Rows.InStack.AsSpan(words);
        TruthBuffer applies = scope.Truth(group.Applies);
        Span<ulong> outside = group.Outside.Span[words];
        if (applies.IsTotal) Bitmaps.AndNot(inStack, applies.True, outside);
        else Bitmaps.And(inStack, applies.False, outside);
        foreach ((TruthNode node, RuleBits bits) in group.Rules)
        {
            TruthBuffer holds = scope.Truth(node);
            if (applies.IsTotal && holds.IsTotal)
            {
                VerdictKernel.Broken(applies, holds, inStack, bits.Broken[words]);
                bits.Close(block, words);
            }
            else
            {
                VerdictKernel.BrokenAndOpen(applies, holds, inStack, bits.Broken[words], bits.OpenBlock(block, words));
            }

            if (bits.Answers is { } answers) Keep(answers, words, inStack, (applies, holds));
        }
    }

    // Other rules ask of rows beside these too: the rule says nothing of rows that do not have it.
    private static void Keep(KeptAnswers answers, Range words, ReadOnlySpan<ulong> inStack, (TruthBuffer Applies, TruthBuffer Holds) said)
    {
        Bitmaps.And(said.Applies.True, inStack, answers.Applies.AsSpan(words));
        Bitmaps.And(said.Holds.True, inStack, answers.Holds.AsSpan(words));
        Bitmaps.And(said.Holds.False, inStack, answers.HoldsNot.AsSpan(words));
    }
}
