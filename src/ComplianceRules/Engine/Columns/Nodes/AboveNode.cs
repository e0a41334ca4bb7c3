using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A condition on the row above, for each row below it; unknown for a row without one.</summary>
internal sealed class AboveNode(int slot, int program, TruthNode condition) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Bound.Table.StartsBelow is not { } starts)
        {
            Gather(scope, into);
            return;
        }

        int end = Math.Min(scope.To, starts[^1]);
        if (end <= scope.From)
        {
            into.SetUnknown();
            return;
        }

        ReadOnlySpan<int> parents = scope.Bound.Table.Parents;
        ColumnScope above = scope.Above(program);
        above.Move(parents[scope.From], parents[end - 1] + 1);
        TruthBuffer answers = above.Truth(condition);
        Spread(scope, above, answers.True, into.True);
        if (!answers.IsTotal || end < scope.To) Spread(scope, above, answers.False, into.Open());
    }

    private static void Spread(ColumnScope scope, ColumnScope above, ReadOnlySpan<ulong> bits, Span<ulong> result)
    {
        FactTable table = scope.Bound.Table;
        if (table.FirstsBelow is { } firsts && table.StartsBelow![^1] >= scope.To)
        {
            using WordLease lease = scope.Worker.LeaseWords(bits.Length + 3);
            lease.Words.Clear();
            bits.CopyTo(lease.Words[1..]);
            int position = table.Parents[scope.First] - above.First;
            if (position >= 0 && BitRuns.TrySpread(lease.Words, position, scope.Words(firsts), result)) return;
        }

        BitRuns.Spread(bits, table.StartsBelow.AsSpan(above.First..(above.To + 1)), scope.First, result);
    }

    // Regions lie below regions in no order of their own, and there are few of them.
    private void Gather(ColumnScope scope, TruthBuffer into)
    {
        ColumnScope above = scope.Above(program);
        above.Move(0, above.Bound.Table.Count);
        TruthBuffer answers = above.Truth(condition);
        into.SetUnknown();
        ReadOnlySpan<int> parents = scope.Bound.Table.Parents;
        for (int row = scope.From; row < scope.To; row++)
        {
            int parent = parents[row];
            if (parent < 0) continue;
            into.True[(row - scope.First) >> 6] |= (answers.True[parent >> 6] >> parent & 1) << (row - scope.First);
            into.Open()[(row - scope.First) >> 6] |= (answers.False[parent >> 6] >> parent & 1) << (row - scope.First);
        }
    }
}
