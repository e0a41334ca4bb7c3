using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>Numbers that are kept as a count of steps, of which one is a whole part of one.</summary>
internal sealed class DirectSteps : DirectCell
{
    // So that the product of the units and what a step takes of them stays far below what 64 bits hold.
    private const long MostAtOnce = 1_000_000_000;

    private readonly NumberColumnBuilder _numbers;
    private readonly long[] _stepsOfUnit;
    private readonly long[] _stepsByDecimals = new long[CellWord.Most + 1];
    private readonly ulong[] _scales = new ulong[CellVector.Cells];
    private readonly long _least;
    private readonly long _most;

    public DirectSteps(int column, NumberColumnBuilder numbers)
        : base(column)
    {
        _numbers = numbers;
        _stepsOfUnit = StepsOfUnit(numbers.Coding.Denominator);
        (_least, _most) = (numbers.Least, numbers.Most);
        _stepsOfUnit.AsSpan(1..Math.Min(_stepsOfUnit.Length, CellWord.Most)).CopyTo(_stepsByDecimals.AsSpan(1));
        _stepsByDecimals[CellWord.Most] = _stepsOfUnit[0];
        // The last digits of 8 are those of 0, which no number with a point has.
        for (int decimals = 0; decimals < CellVector.Cells; decimals++) _scales[decimals] = (ulong)_stepsByDecimals[decimals == 0 ? CellWord.Most : decimals];
    }

    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (!CellDigits.TryRead(cell, out long units, out int decimals)) return false;
        if ((uint)decimals >= (uint)_stepsOfUnit.Length || Math.Abs(units) >= MostAtOnce) return _numbers.Set(row, CellDigits.Number(units, decimals));
        long steps = units * _stepsOfUnit[decimals];
        if (steps < _least || steps > _most) return false;
        _numbers.SetSteps(row, (int)steps);
        return true;
    }

    public override ulong SetRun(CellRun run)
    {
        if (_numbers.Coding.Kind == CellKind.Double) return base.SetRun(run);
        Span<int> cells = stackalloc int[CellRun.Most];
        ulong others = CellVector.IsSupported ? ReadVectors(run, cells, out ulong known) : Read(run, cells[..run.Count], out known);
        _numbers.PutRun(run.Row, cells[..run.Count], known);
        return others;
    }

    private ulong ReadVectors(CellRun run, Span<int> cells, out ulong known)
    {
        Span<ulong> words = stackalloc ulong[CellRun.Most];
        Span<ulong> lengths = stackalloc ulong[CellRun.Most];
        CellVector.Load(run, Column, words, lengths);
        (known, ulong others) = (0, 0);
        Vector512<ulong> scales = Vector512.Create(_scales);
        Vector512<long> least = Vector512.Create(_least);
        Vector512<ulong> extent = Vector512.Create((ulong)(_most - _least));
        for (int at = 0; at < run.Count; at += CellVector.Cells)
        {
            Vector512<ulong> length = Vector512.Create<ulong>(lengths[at..]);
            Vector512<ulong> isNumber = CellVector.Numbers(Vector512.Create<ulong>(words[at..]), length, out Vector512<ulong> units, out Vector512<ulong> decimals);
            Vector512<ulong> scale = Avx512F.PermuteVar8x64(scales, decimals);
            Vector512<long> steps = Avx512F.Multiply(units.AsUInt32(), scale.AsUInt32()).AsInt64();
            Vector512<ulong> isCell = isNumber & Vector512.LessThanOrEqual((steps - least).AsUInt64(), extent) & ~Vector512.Equals(scale, Vector512<ulong>.Zero);
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= (~(good | Vector512.Equals(length, Vector512<ulong>.Zero).ExtractMostSignificantBits()) & byte.MaxValue) << at;
            Avx512F.ConvertToVector256Int32(steps & isCell.AsInt64()).CopyTo(cells[at..]);
        }

        return others;
    }

    private ulong Read(CellRun run, Span<int> cells, out ulong known)
    {
        known = 0;
        ulong others = 0;
        ref byte bytes = ref run.Batch.Bytes;
        ref int ends = ref run.Batch.Ends(run.First, Column);
        (int width, int gap) = (run.Batch.Width, run.Batch.GapOf(Column));
        long[] scales = _stepsByDecimals;
        (long least, ulong extent) = (_least, (ulong)(_most - _least));
        for (int i = 0; i < cells.Length; i++, ends = ref Unsafe.Add(ref ends, width))
        {
            int end = Unsafe.Add(ref ends, 1) - gap;
            int length = end - ends - 1;
            if (length == 0) continue;
            ulong last = CellWord.Last(ref Unsafe.Add(ref bytes, end), length);
            bool isPlain = CellWord.TryNumber(last, length, out uint units, out int decimals) && length <= CellWord.Most;
            long scale = scales[decimals];
            long steps = units * scale;
            isPlain &= (ulong)(steps - least) <= extent && scale != 0;
            if (isPlain) cells[i] = (int)steps;
            known |= (isPlain ? 1UL : 0UL) << i;
            others |= (isPlain ? 0UL : 1UL) << i;
        }

        return others;
    }

    // By decimals: how many steps one unit of the last decimal is, for as long as it is a whole number of them.
    private static long[] StepsOfUnit(long denominator)
    {
        List<long> steps = [];
        for (long scale = denominator; scale is > 0 and < MostAtOnce; scale /= 10)
        {
            steps.Add(scale);
            if (scale % 10 != 0) break;
        }

        return [.. steps];
    }
}
