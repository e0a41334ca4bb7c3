namespace ComplianceRules.Engine;

/// <summary>What another rule says of the rows: whether it applies, or whether it holds.</summary>
internal sealed class RuleAnswerNode(int slot, string rule, bool asksWhetherItApplies) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        RuleBits? bits = scope.Worker.Answers.Find(rule);
        if (bits is null && asksWhetherItApplies) into.SetAll(false);
        else into.SetUnknown();
        if (bits is null) return;
        Span<ulong> isFalse = into.Open();
        (int from, int to) = (Math.Max(scope.First, bits.First), Math.Min(scope.First + (scope.Length * 64), bits.First + (bits.Open.Length * 64)));
        if (asksWhetherItApplies) isFalse.Fill(ulong.MaxValue);
        if (from >= to) return;
        Range here = ((from - scope.First) >> 6)..((to - scope.First) >> 6);
        Range there = ((from - bits.First) >> 6)..((to - bits.First) >> 6);
        KeptAnswers answers = bits.Answers!;
        (asksWhetherItApplies ? answers.Applies : answers.Holds).AsSpan(there).CopyTo(into.True[here]);
        if (!asksWhetherItApplies) HoldsNot(answers.HoldsNot.AsSpan(there), bits.Excused.IsEmpty ? [] : bits.Excused[there], into.True[here], isFalse[here]);
        else NotConcerned(bits.Rows.InStack.AsSpan(there), bits.Outside[there], isFalse[here]);
    }

    // An excused breach counts as if the rule were kept.
    private static void HoldsNot(ReadOnlySpan<ulong> broken, ReadOnlySpan<ulong> excused, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        broken.CopyTo(isFalse);
        for (int word = 0; word < excused.Length; word++)
        {
            isTrue[word] |= broken[word] & excused[word];
            isFalse[word] &= ~excused[word];
        }
    }

    // A row that does not have the rule at all is not concerned either.
    private static void NotConcerned(ReadOnlySpan<ulong> inStack, ReadOnlySpan<ulong> outside, Span<ulong> result)
    {
        for (int word = 0; word < result.Length; word++) result[word] = ~inStack[word] | outside[word];
    }
}
