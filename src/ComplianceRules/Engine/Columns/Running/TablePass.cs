using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Judges rules over one table, a block of rows after the other.</summary>
internal static class TablePass
{
    /// <summary>The rows of a block whose conditions need room for numbers or for rows below, which stays in the second-level cache.</summary>
    public const int FewRows = 16 * 1024;

    /// <summary>The rows of a block whose conditions need bits alone: long runs of each column let memory be read ahead.</summary>
    public const int ManyRows = 64 * 1024;

    /// <summary>Judges one block.</summary>
    /// <param name="worker">What the thread works with.</param>
    /// <param name="pass">The rules.</param>
    /// <param name="block">The block's number, from 0.</param>
    public static void Judge(ColumnWorker worker, PassRoom pass, int block)
    {
        worker.Check();
        ColumnScope scope = worker.Subject(pass.Program);
        int start = block * pass.RowsOfBlock;
        foreach (GroupRoom group in pass.Groups)
        {
            (int from, int to) = group.Rows.Within(start, start + pass.RowsOfBlock);
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
        using WordLease lease = scope.Worker.LeaseWords(ConcernedRows.Room(scope.Length));
        ConcernedRows concerned = new(inStack, applies, group.Outside.Bits[words], lease.Words);
        foreach ((ColumnRule rule, RuleBits bits) in group.Rules)
        {
            TruthBuffer holds = scope.Truth(rule.Holds);
            bool isTotal = applies.IsTotal && holds.IsTotal;
            VerdictKernel.Judge(concerned, holds, bits.Broken[words], isTotal ? [] : bits.OpenBlock(block, words));
            if (isTotal) bits.Close(block, words);
            if (bits.KeptByWaivers is { } kept) KeptByWaivers(concerned, holds, scope.Truth(rule.Unexcused!), kept.AsSpan(words));
            if (bits.Answers is { } answers) Keep(answers, words, inStack, (applies, holds));
        }
    }

    /// <summary>The rows that keep a rule only because breaches of others are excused.</summary>
    /// <param name="concerned">The rows that it concerns.</param>
    /// <param name="holds">Whether it holds where excused breaches do not count.</param>
    /// <param name="unexcused">Whether it holds where they do.</param>
    /// <param name="kept">Takes the rows.</param>
    /// <returns>The rows.</returns>
    public static ReadOnlySpan<ulong> KeptByWaivers(ConcernedRows concerned, TruthBuffer holds, TruthBuffer unexcused, Span<ulong> kept)
    {
        Bitmaps.And(concerned.Sure, holds.True, kept);
        Bitmaps.And(kept, unexcused.False, kept);
        return kept;
    }

    // Other rules ask of rows beside these too: the rule says nothing of rows that do not have it.
    private static void Keep(KeptAnswers answers, Range words, ReadOnlySpan<ulong> inStack, (TruthBuffer Applies, TruthBuffer Holds) said)
    {
        Bitmaps.And(said.Applies.True, inStack, answers.Applies.AsSpan(words));
        Bitmaps.And(said.Holds.True, inStack, answers.Holds.AsSpan(words));
        Bitmaps.And(said.Holds.False, inStack, answers.HoldsNot.AsSpan(words));
    }
}
