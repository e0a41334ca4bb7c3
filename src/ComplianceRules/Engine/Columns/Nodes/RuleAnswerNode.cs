namespace ComplianceRules.Engine;

/// <summary>What another rule says of the rows: whether it applies, or whether it holds.</summary>
internal sealed class RuleAnswerNode(int slot, string rule, bool asksWhetherItApplies) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        IReadOnlyList<RuleBits> found = scope.Worker.Answers.Find(rule);
        if (found.Count == 0 && asksWhetherItApplies) into.SetAll(false);
        else into.SetUnknown();
        if (found.Count == 0) return;
        Span<ulong> isFalse = into.Open();

        // A row that does not have the rule at all is not concerned either.
        if (asksWhetherItApplies) isFalse.Fill(ulong.MaxValue);
        foreach (RuleBits bits in found) Judge(bits, scope, into.True, isFalse);
    }

    // Rules that answer for each other judge other rows each; their words may have rows of both.
    private void Judge(RuleBits bits, ColumnScope scope, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        (int from, int to) = (Math.Max(scope.First, bits.First), Math.Min(scope.First + (scope.Length * 64), bits.First + (bits.Open.Length * 64)));
        if (from >= to) return;
        Range here = ((from - scope.First) >> 6)..((to - scope.First) >> 6);
        Range there = ((from - bits.First) >> 6)..((to - bits.First) >> 6);
        KeptAnswers answers = bits.Answers!;
        ReadOnlySpan<ulong> inStack = bits.Rows.InStack.AsSpan(there);
        Join(asksWhetherItApplies ? answers.Applies.AsSpan(there) : answers.Holds.AsSpan(there), inStack, isTrue[here]);
        if (asksWhetherItApplies) Concerned(inStack, bits.Outside[there], isFalse[here]);
        else if (bits.Excused.IsEmpty) Join(answers.HoldsNot.AsSpan(there), inStack, isFalse[here]);
        else Excuse(answers.HoldsNot.AsSpan(there), bits, there, isTrue[here], isFalse[here]);
    }

    // An excused breach counts as if the rule were kept.
    private static void Excuse(ReadOnlySpan<ulong> broken, RuleBits bits, Range rows, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        ReadOnlySpan<ulong> inStack = bits.Rows.InStack.AsSpan(rows);
        ReadOnlySpan<ulong> excused = bits.Excused[rows];
        for (int word = 0; word < broken.Length; word++)
        {
            ulong own = broken[word] & inStack[word];
            isTrue[word] |= own & excused[word];
            isFalse[word] |= own & ~excused[word];
        }
    }

    private static void Join(ReadOnlySpan<ulong> answers, ReadOnlySpan<ulong> inStack, Span<ulong> result)
    {
        for (int word = 0; word < result.Length; word++) result[word] |= answers[word] & inStack[word];
    }

    private static void Concerned(ReadOnlySpan<ulong> inStack, ReadOnlySpan<ulong> outside, Span<ulong> result)
    {
        for (int word = 0; word < result.Length; word++) result[word] &= ~inStack[word] | outside[word];
    }
}
