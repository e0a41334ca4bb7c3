using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>Times such as <c>8:20</c> and <c>08:20</c>, hours 0 to 47.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="times">Takes the times.</param>
internal sealed class DirectTime(int column, TimeColumnBuilder times) : DirectCell(column)
{
    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (cell.Length is not (4 or 5) || cell[^3] != (byte)':') return false;
        int hour = CellDigits.Two(cell.Length == 4 ? (byte)'0' : cell[0], cell[^4]);
        int minute = CellDigits.Two(cell[^2], cell[^1]);
        return hour is >= 0 and < 48 && minute is >= 0 and < 60 && times.Set(row, (hour * 60) + minute);
    }

    public override ulong SetRun(CellRun run)
    {
        Span<int> cells = run.Batch.Scratch.Values;
        ulong others = ReadAll(run, cells, out ulong known);
        times.PutRun(run.Row, cells[..run.Count], known);
        return others;
    }

    private ulong ReadAll(CellRun run, Span<int> cells, out ulong known)
    {
        if (CellVector.IsSupported) return ReadVectors(run, cells, out known);
        return CellQuads.IsSupported ? ReadQuads(run, cells, out known) : Read(run, cells[..run.Count], out known);
    }

    private ulong ReadQuads(CellRun run, Span<int> cells, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, Column, words, bounds);
        (known, ulong others) = (0, 0);
        TimeScale scale = times.Scale;
        Vector256<long> next = Vector256.Create(scale.PassesMidnight ? (long)TimeScale.Day : 0);
        (Vector256<long> low, Vector256<long> high) = (Vector256.Create((long)scale.Low), Vector256.Create((long)scale.High));
        for (int at = 0; at < run.Count; at += CellQuads.Cells)
        {
            Vector256<long> length = CellQuads.Lengths(Vector256.Create<ulong>(bounds[at..]), off);
            Vector256<long> isTime = CellQuads.Times(Vector256.Create<ulong>(words[at..]), length, out Vector256<long> minutes);
            Vector256<long> placed = minutes + (Vector256.GreaterThan(low, minutes) & next);
            Vector256<long> isCell = isTime & ~(Vector256.GreaterThan(low, placed) | Vector256.GreaterThan(placed, high));
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellQuads.Others(good, length) << at;
            CellQuads.Lower(placed & isCell).CopyTo(cells[at..]);
        }

        return others;
    }

    private ulong ReadVectors(CellRun run, Span<int> cells, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, Column, words, bounds);
        (known, ulong others) = (0, 0);
        TimeScale scale = times.Scale;
        Vector512<long> next = Vector512.Create(scale.PassesMidnight ? (long)TimeScale.Day : 0);
        Vector512<long> low = Vector512.Create((long)scale.Low);
        Vector512<ulong> extent = Vector512.Create((ulong)(scale.High - scale.Low));
        for (int at = 0; at < run.Count; at += CellVector.Cells)
        {
            Vector512<ulong> length = CellVector.Lengths(Vector512.Create<ulong>(bounds[at..]), off);
            Vector512<ulong> isTime = CellVector.Times(Vector512.Create<ulong>(words[at..]), length, out Vector512<ulong> minutes);
            Vector512<long> placed = minutes.AsInt64() + (Vector512.LessThan(minutes.AsInt64(), low) & next);
            Vector512<ulong> isCell = isTime & Vector512.LessThanOrEqual((placed - low).AsUInt64(), extent);
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellVector.Others(good, length) << at;
            Avx512F.ConvertToVector256Int32(placed & isCell.AsInt64()).CopyTo(cells[at..]);
        }

        return others;
    }

    private ulong Read(CellRun run, Span<int> cells, out ulong known)
    {
        cells.Clear();
        known = 0;
        ulong others = 0;
        ref byte bytes = ref run.Batch.Bytes;
        ref int ends = ref run.Batch.Ends(run.First, Column);
        (int width, int gap) = (run.Batch.Width, run.Batch.GapOf(Column));
        TimeScale scale = times.Scale;
        (int next, int low, uint extent) = (scale.PassesMidnight ? TimeScale.Day : 0, scale.Low, (uint)(scale.High - scale.Low));
        for (int i = 0; i < cells.Length; i++, ends = ref Unsafe.Add(ref ends, width))
        {
            int end = Unsafe.Add(ref ends, 1) - gap;
            int length = end - ends - 1;
            if (length == 0) continue;
            int minutes = CellWord.Minutes(CellWord.Last(ref Unsafe.Add(ref bytes, end), length), length);
            int placed = minutes < low ? minutes + next : minutes;
            bool isPlain = minutes >= 0 && (uint)(placed - low) <= extent;
            if (isPlain) cells[i] = placed;
            known |= (isPlain ? 1UL : 0UL) << i;
            others |= (isPlain ? 0UL : 1UL) << i;
        }

        return others;
    }
}
