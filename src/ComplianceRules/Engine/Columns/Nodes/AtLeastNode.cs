using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Whether so many of some conditions hold, or more: counted for 64 rows at a time, both for those that hold and for those that do not.</summary>
internal sealed class AtLeastNode(int slot, int needed, ImmutableArray<TruthNode> conditions) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        bool isTotal = true;
        foreach (TruthNode condition in conditions) isTotal &= scope.Truth(condition).IsTotal;
        int words = into.True.Length;
        using WordLease lease = scope.Worker.LeaseWords(BitCounting.Planes(conditions.Length) * words);
        Count(scope, false, lease.Words, into.True);
        if (!isTotal) Count(scope, true, lease.Words, into.Open());
    }

    // So many can no longer hold once more fail than may.
    private void Count(ColumnScope scope, bool failing, Span<ulong> planes, Span<ulong> result)
    {
        planes.Clear();
        foreach (TruthNode condition in conditions)
        {
            TruthBuffer answers = scope.Truth(condition);
            BitCounting.Add(failing ? answers.False : answers.True, planes);
        }

        BitCounting.AtLeast(failing ? conditions.Length - needed + 1 : needed, planes, result);
    }
}
