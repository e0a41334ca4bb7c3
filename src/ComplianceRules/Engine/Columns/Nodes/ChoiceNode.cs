namespace ComplianceRules.Engine;

/// <summary>One of two conditions, by a third; unknown where the third is.</summary>
internal sealed class ChoiceNode(int slot, TruthNode condition, TruthNode whenTrue, TruthNode whenFalse) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        TruthBuffer choice = scope.Truth(condition);
        TruthBuffer yes = scope.Truth(whenTrue);
        TruthBuffer no = scope.Truth(whenFalse);
        Pick(choice, yes.True, no.True, into.True);
        if (!choice.IsTotal || !yes.IsTotal || !no.IsTotal) Pick(choice, yes.False, no.False, into.Open());
    }

    private static void Pick(TruthBuffer choice, ReadOnlySpan<ulong> yes, ReadOnlySpan<ulong> no, Span<ulong> result)
    {
        ReadOnlySpan<ulong> isTrue = choice.True;
        ReadOnlySpan<ulong> isFalse = choice.False;
        for (int word = 0; word < result.Length; word++) result[word] = (isTrue[word] & yes[word]) | (isFalse[word] & no[word]);
    }
}
