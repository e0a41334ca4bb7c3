using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A fact compared with a value that is the same for all rows of a stack.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="column">The number of the column.</param>
/// <param name="form">What is asked of a cell.</param>
/// <param name="isOpposite">Whether the opposite is asked: more than, at least, other than.</param>
/// <param name="constant">The value.</param>
internal sealed class LimitNode(int slot, int column, LimitForm form, bool isOpposite, Constant constant) : TruthNode(slot)
{
    /// <summary>What is asked of a cell.</summary>
    public LimitForm Form => form;

    /// <summary>The value.</summary>
    public Constant Constant => constant;

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(column) is not { } cells)
        {
            into.SetUnknown();
            return;
        }

        LimitSet limits = scope.Bound.LimitsOf(this, cells);
        if (!limits.IsUniform)
        {
            JudgeRuns(scope, cells, limits, into);
        }
        else if (limits[0].IsKnown)
        {
            LimitComparison.Judge(form == LimitForm.Same, cells.Cells, scope.First, limits[0], into.True);
            into.Settle(isOpposite, scope.Known(cells));
        }
        else
        {
            into.SetUnknown();
        }
    }

    private void JudgeRuns(ColumnScope scope, FactColumn cells, LimitSet limits, TruthBuffer into)
    {
        BoundRun[] runs = scope.Bound.Runs;
        bool isSure = true;
        int next = scope.Bound.RunAt(scope.From);
        Span<ulong> result = into.True;
        while (next < runs.Length && runs[next].Start < scope.To)
        {
            CellLimit limit = limits[runs[next].Stack];
            int start = Math.Max(runs[next].Start, scope.From);
            int end = runs[next++].End;
            while (next < runs.Length && runs[next].Start == end && limits[runs[next].Stack] == limit) end = runs[next++].End;
            isSure &= limit.IsKnown;
            if (limit.IsKnown) JudgeRun(cells.Cells, scope.First, (start, Math.Min(end, scope.To)), limit, result);
        }

        into.Settle(isOpposite, scope.Known(cells));
        if (!isSure) Forget(scope, limits, into);
    }

    // Words are judged whole; the bits before the run belong to the one before it, those after it are put right by the next.
    private void JudgeRun(CellStore cells, int first, (int Start, int End) run, CellLimit limit, Span<ulong> result)
    {
        int from = (run.Start - first) >> 6;
        int to = ValidityBits.Words(run.End - first);
        ulong before = (1UL << (run.Start & 63)) - 1;
        ulong kept = result[from];
        LimitComparison.Judge(form == LimitForm.Same, cells, first + (from << 6), limit, result[from..to]);
        result[from] = (kept & before) | (result[from] & ~before);
    }

    private static void Forget(ColumnScope scope, LimitSet limits, TruthBuffer into)
    {
        Span<ulong> isFalse = into.IsTotal ? into.False : into.Open();
        BoundRun[] runs = scope.Bound.Runs;
        for (int run = scope.Bound.RunAt(scope.From); run < runs.Length && runs[run].Start < scope.To; run++)
        {
            if (limits[runs[run].Stack].IsKnown) continue;
            (int from, int to) = (Math.Max(runs[run].Start, scope.From) - scope.First, Math.Min(runs[run].End, scope.To) - scope.First);
            Bitmaps.ClearRange(into.True, from, to);
            Bitmaps.ClearRange(isFalse, from, to);
        }

        into.Open();
    }
}
