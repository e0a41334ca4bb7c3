using System.Runtime.InteropServices;
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
            into.Settle(isOpposite, cells, scope.First);
        }
        else
        {
            into.SetUnknown();
        }
    }

    private void JudgeRuns(ColumnScope scope, FactColumn cells, LimitSet limits, TruthBuffer into)
    {
        if (limits.AreCells && RunPieces.AreFor(scope))
        {
            JudgePieces(scope, cells.Cells, limits, into.True);
            into.Settle(isOpposite, cells, scope.First);
            return;
        }

        bool isSure = true;
        Span<ulong> result = into.True;
        RunWalk runs = new(scope, limits);
        while (runs.MoveNext())
        {
            CellLimit limit = limits[runs.Stack];
            isSure &= limit.IsKnown;
            if (!limit.IsKnown) continue;
            ulong before = runs.FirstOf(result);
            LimitComparison.Judge(form == LimitForm.Same, cells.Cells, runs.First, limit, result[runs.Words]);
            runs.Keep(result, before);
        }

        into.Settle(isOpposite, cells, scope.First);
        if (!isSure) Forget(scope, limits, into);
    }

    private void JudgePieces(ColumnScope scope, CellStore cells, LimitSet limits, Span<ulong> result)
    {
        using WordLease lease = scope.Worker.LeaseWords(RunPieces.Room);
        Span<byte> room = MemoryMarshal.AsBytes(lease.Words);
        RunPieces pieces = new(scope, limits);
        while (pieces.MoveNext())
        {
            while (pieces.NextRun()) LimitComparison.Fill(cells.Kind, limits[pieces.Stack], pieces.Run, room);
            LimitComparison.Judge(form == LimitForm.Same, cells, scope.First + pieces.First, room, result[pieces.Words]);
        }
    }

    private static void Forget(ColumnScope scope, LimitSet limits, TruthBuffer into)
    {
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.IsTotal ? into.False : into.Open();
        RunWalk runs = new(scope, limits);
        while (runs.MoveNext())
        {
            if (limits[runs.Stack].IsKnown) continue;
            Bitmaps.ClearRange(isTrue, runs.Bits.From, runs.Bits.To);
            Bitmaps.ClearRange(isFalse, runs.Bits.From, runs.Bits.To);
        }

        into.Open();
    }
}
