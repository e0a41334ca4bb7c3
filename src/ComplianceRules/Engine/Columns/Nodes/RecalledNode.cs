using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A condition that only the interpreter knows, but that follows from few facts of the row: asked once for each combination of them, then recalled.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="columns">The numbers of the columns of the facts.</param>
/// <param name="question">What the interpreter is asked.</param>
internal sealed class RecalledNode(int slot, int[] columns, RecalledQuestion question) : TruthNode(slot)
{
    /// <summary>The numbers of the columns of the facts.</summary>
    public IReadOnlyList<int> Columns => columns;

    /// <summary>What the interpreter is asked.</summary>
    public RecalledQuestion Question => question;

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        RecalledAnswers recalled = scope.Bound.RecalledOf(this);
        using WordLease lease = scope.Worker.LeaseWords(scope.Length);
        BitPair bits = new(into.True, lease.Words);
        bits.True.Clear();
        bits.Known.Clear();
        if (recalled.IsUniform)
        {
            new RecalledRun(scope, recalled, 0, (scope.From - scope.First, scope.To - scope.First)) { Question = question }.Judge(bits);
        }
        else
        {
            RunWalk runs = new(scope, recalled);
            while (runs.MoveNext()) new RecalledRun(scope, recalled, runs.Stack, runs.Bits) { Question = question }.Judge(bits);
        }

        // Rows of the first word before those at hand count as unknown, which only keeps both sides.
        if (!ValidityBits.AreAllSet(bits.Known, scope.To - scope.First)) Bitmaps.AndNot(bits.Known, bits.True, into.Open());
    }
}
