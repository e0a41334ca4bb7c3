namespace ComplianceRules.Engine;

/// <summary>Whether two truth values are the same; unknown where either is.</summary>
internal sealed class SameTruthNode(int slot, TruthNode left, TruthNode right) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        TruthBuffer first = scope.Truth(left);
        TruthBuffer second = scope.Truth(right);
        Either(first.True, second.True, first.False, second.False, into.True);
        if (!first.IsTotal || !second.IsTotal) Either(first.True, second.False, first.False, second.True, into.Open());
    }

    private static void Either(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, ReadOnlySpan<ulong> c, ReadOnlySpan<ulong> d, Span<ulong> result)
    {
        for (int word = 0; word < result.Length; word++) result[word] = (a[word] & b[word]) | (c[word] & d[word]);
    }
}
