using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>Numbers that are kept as they are.</summary>
/// <param name="column">The column of the table, from 0.</param>
/// <param name="numbers">Takes the numbers.</param>
internal sealed class DirectNumber(int column, NumberColumnBuilder numbers) : DirectCell(column)
{
    private double Low => numbers.Field.Range?.Low ?? 0;

    private double High => numbers.Field.Range?.High ?? double.MaxValue;

    public override bool TrySet(int row, ReadOnlySpan<byte> cell) =>
        cell.IsEmpty || (CellDigits.TryRead(cell, out long units, out int decimals) && numbers.Set(row, CellDigits.Number(units, decimals)));

    public override ulong SetRun(CellRun run)
    {
        if (numbers.Coding.Kind != CellKind.Double || numbers.Field.Step is not null) return base.SetRun(run);
        Span<double> cells = run.Batch.Scratch.Numbers;
        ulong others = ReadAll(run, cells, out ulong known);
        numbers.PutRun(run.Row, cells[..run.Count], known);
        return others;
    }

    private ulong ReadAll(CellRun run, Span<double> cells, out ulong known)
    {
        if (CellVector.IsSupported) return ReadVectors(run, cells, out known);
        return CellQuads.IsSupported ? ReadQuads(run, cells, out known) : Read(run, cells[..run.Count], out known);
    }

    private ulong ReadQuads(CellRun run, Span<double> cells, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, Column, words, bounds);
        (known, ulong others) = (0, 0);
        (Vector256<double> low, Vector256<double> high) = (Vector256.Create(Low), Vector256.Create(High));
        for (int at = 0; at < run.Count; at += CellQuads.Cells)
        {
            Vector256<long> length = CellQuads.Lengths(Vector256.Create<ulong>(bounds[at..]), off);
            Vector256<long> isNumber = CellQuads.Numbers(Vector256.Create<ulong>(words[at..]), length, out Vector256<ulong> units, out Vector256<int> decimals);
            Vector256<double> value = CellQuads.Doubles(units) / CellQuads.PowerOfTen(decimals.AsInt64());
            Vector256<long> isCell = isNumber & (Vector256.GreaterThanOrEqual(value, low) & Vector256.LessThanOrEqual(value, high)).AsInt64();
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellQuads.Others(good, length) << at;
            (value.AsInt64() & isCell).AsDouble().CopyTo(cells[at..]);
        }

        return others;
    }

    private ulong ReadVectors(CellRun run, Span<double> cells, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, Column, words, bounds);
        (known, ulong others) = (0, 0);
        Vector512<double> powers = Vector512.Create<double>([1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7]);
        (Vector512<double> low, Vector512<double> high) = (Vector512.Create(Low), Vector512.Create(High));
        for (int at = 0; at < run.Count; at += CellVector.Cells)
        {
            Vector512<ulong> length = CellVector.Lengths(Vector512.Create<ulong>(bounds[at..]), off);
            Vector512<ulong> isNumber = CellVector.Numbers(Vector512.Create<ulong>(words[at..]), length, out Vector512<ulong> units, out Vector512<ulong> decimals);
            // The last digits of 8 are those of 0, which no number with a point has.
            Vector512<double> value = Vector512.ConvertToDouble(units) / Avx512F.PermuteVar8x64(powers, decimals.AsInt64());
            Vector512<ulong> isCell = isNumber & (Vector512.GreaterThanOrEqual(value, low) & Vector512.LessThanOrEqual(value, high)).AsUInt64();
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellVector.Others(good, length) << at;
            (value.AsUInt64() & isCell).AsDouble().CopyTo(cells[at..]);
        }

        return others;
    }

    private ulong Read(CellRun run, Span<double> cells, out ulong known)
    {
        cells.Clear();
        known = 0;
        ulong others = 0;
        ref byte bytes = ref run.Batch.Bytes;
        ref int ends = ref run.Batch.Ends(run.First, Column);
        (int width, int gap) = (run.Batch.Width, run.Batch.GapOf(Column));
        (double low, double high) = (Low, High);
        for (int i = 0; i < cells.Length; i++, ends = ref Unsafe.Add(ref ends, width))
        {
            int end = Unsafe.Add(ref ends, 1) - gap;
            int length = end - ends - 1;
            if (length == 0) continue;
            ulong last = CellWord.Last(ref Unsafe.Add(ref bytes, end), length);
            bool isPlain = CellWord.TryNumber(last, length, out uint units, out int decimals) && length <= CellWord.Most;
            double value = CellDigits.Number(units, decimals & (CellWord.Most - 1));
            isPlain &= value >= low && value <= high;
            if (isPlain) cells[i] = value;
            known |= (isPlain ? 1UL : 0UL) << i;
            others |= (isPlain ? 0UL : 1UL) << i;
        }

        return others;
    }
}
