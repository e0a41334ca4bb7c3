using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Truth values by the words that mean them.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="truths">Takes the values.</param>
/// <param name="words">The words.</param>
internal sealed class DirectBool(int column, BoolColumnBuilder truths, TruthWords words) : DirectCell(column)
{
    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (!words.TryRead(cell, out bool truth)) return false;
        truths.Set(row, truth);
        return true;
    }

    public override ulong SetRun(CellRun run)
    {
        Span<int> codes = run.Batch.Scratch.Values;
        ulong others = words.ReadRun(run, Column, codes, out ulong known);
        ulong values = 0;
        for (int at = 0; at < run.Count; at += Vector256<int>.Count)
            values |= (ulong)Vector256.Equals(Vector256.Create<int>(codes[at..]), Vector256<int>.One).ExtractMostSignificantBits() << at;
        truths.PutRun(run.Row, values & known, known, run.Count);
        return others;
    }
}
