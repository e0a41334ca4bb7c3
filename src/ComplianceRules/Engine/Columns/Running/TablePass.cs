using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Judges the rules over one table, a block of rows after the other.</summary>
/// <remarks>May be used by several threads, each with blocks of its own.</remarks>
/// <param name="program">The number of the table's program.</param>
/// <param name="groups">The rules.</param>
internal sealed class TablePass(int program, ImmutableArray<RuleGroup> groups)
{
    /// <summary>The rows of a block: its columns and bitmaps stay in the second-level cache. A multiple of 64, so that no two blocks share a word.</summary>
    public const int RowsOfBlock = 16 * 1024;

    /// <summary>How many blocks there are.</summary>
    public int Blocks { get; } = groups.IsEmpty ? 0 : (groups.Max(g => g.Rows.End) + RowsOfBlock - 1) / RowsOfBlock;

    /// <summary>Judges one block.</summary>
    /// <param name="worker">What the thread works with.</param>
    /// <param name="block">The block's number, from 0.</param>
    public void Judge(ColumnWorker worker, int block)
    {
        ColumnScope scope = worker.Subject(program);
        int start = block * RowsOfBlock;
        foreach (RuleGroup group in groups)
        {
            (int from, int to) = group.Rows.Within(start, start + RowsOfBlock);
            if (from >= to) continue;
            scope.Move(from, to);
            Judge(scope, group);
        }
    }

    private static void Judge(ColumnScope scope, RuleGroup group)
    {
        int offset = (scope.First - group.Rows.First) / ValidityBits.PerWord;
        Range words = offset..(offset + scope.Length);
        ReadOnlySpan<ulong> inStack = group.Rows.InStack.AsSpan(words);
        TruthBuffer applies = scope.Truth(group.Applies);
        Span<ulong> outside = group.Outside.AsSpan(words);
        if (applies.IsTotal) Bitmaps.AndNot(inStack, applies.True, outside);
        else Bitmaps.And(inStack, applies.False, outside);
        foreach ((TruthNode node, RuleBits bits) in group.Rules)
        {
            TruthBuffer holds = scope.Truth(node);
            Span<ulong> broken = bits.Broken[words];
            VerdictKernel.Broken(applies.True, holds.IsTotal ? holds.True : holds.False, holds.IsTotal, inStack, broken);
            if (!applies.IsTotal || !holds.IsTotal) VerdictKernel.Open(applies, holds.True, broken, inStack, bits.Open[words]);
            if (bits.Answers is { } answers) Keep(answers, words, applies, holds);
        }
    }

    private static void Keep(KeptAnswers answers, Range words, TruthBuffer applies, TruthBuffer holds)
    {
        applies.True.CopyTo(answers.Applies.AsSpan(words));
        holds.True.CopyTo(answers.Holds.AsSpan(words));
        holds.False.CopyTo(answers.HoldsNot.AsSpan(words));
    }
}
