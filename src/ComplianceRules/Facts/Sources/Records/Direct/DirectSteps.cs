using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>Numbers that are kept as a count of steps, of which one is a whole part of one.</summary>
internal sealed class DirectSteps : DirectCell
{
    // So that the product of the units and what a step takes of them stays far below what 64 bits hold, and that of four bytes below what 32 bits do.
    private const long MostAtOnce = 1_000_000_000;
    private const long MostOfShort = 100_000;
    private const int RunsBetweenTries = 16;

    private readonly NumberColumnBuilder _numbers;
    private readonly long[] _stepsOfUnit;
    private readonly long[] _stepsByDecimals = new long[CellWord.Most + 1];
    private readonly ulong[] _scales = new ulong[CellVector.Cells];
    private readonly bool _canBeShort;
    private readonly long _least;
    private readonly long _most;
    private int _long;

    public DirectSteps(int column, NumberColumnBuilder numbers)
        : base(column)
    {
        _numbers = numbers;
        _stepsOfUnit = StepsOfUnit(numbers.Coding.Denominator);
        (_least, _most) = (numbers.Least, numbers.Most);
        _stepsOfUnit.AsSpan(1..Math.Min(_stepsOfUnit.Length, CellWord.Most)).CopyTo(_stepsByDecimals.AsSpan(1));
        _stepsByDecimals[CellWord.Most] = _stepsOfUnit[0];
        _canBeShort = _stepsOfUnit[0] <= MostOfShort && ShortCells.IsSupported;
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
        Span<int> cells = run.Batch.Scratch.Values;
        if (!TryReadShort(run, cells, out ulong known, out ulong others)) others = ReadLong(run, cells, out known);
        _numbers.PutRun(run.Row, cells[..run.Count], known);
        return others;
    }

    private ulong ReadLong(CellRun run, Span<int> cells, out ulong known)
    {
        if (CellVector.IsSupported) return ReadVectors(run, cells, out known);
        return CellQuads.IsSupported ? ReadQuads(run, cells, out known) : Read(run, cells[..run.Count], out known);
    }

    // Where a column had a longer cell the next runs are not tried.
    private bool TryReadShort(CellRun run, Span<int> cells, out ulong known, out ulong others)
    {
        (known, others) = (0, 0);
        bool isTried = _canBeShort && _long == 0;
        if (isTried && ReadShort(run, cells, out known, out others)) return true;
        _long = isTried ? RunsBetweenTries : Math.Max(_long - 1, 0);
        return false;
    }

    // Stops at the first cell that is longer.
    private bool ReadShort(CellRun run, Span<int> cells, out ulong known, out ulong others)
    {
        Span<uint> words = run.Batch.Scratch.ShortWords;
        Span<int> lengths = run.Batch.Scratch.ShortLengths;
        ShortCells.Load(run, Column, words, lengths);
        (known, others) = (0, 0);
        Vector256<int> scale = Vector256.Create((int)_stepsOfUnit[0]);
        (Vector256<int> ofOne, Vector256<int> ofTwo) = (Vector256.Create((int)_stepsByDecimals[1]), Vector256.Create((int)_stepsByDecimals[2]));
        (Vector256<int> least, Vector256<int> most) = (Vector256.Create((int)_least), Vector256.Create((int)_most));
        Vector256<int> isLong = Vector256<int>.Zero;
        for (int at = 0; at < run.Count; at += ShortCells.Cells)
        {
            Vector256<int> length = Vector256.Create<int>(lengths[at..]);
            Vector256<int> isNumber = ShortCells.Numbers(Vector256.Create<uint>(words[at..]), length, out Vector256<int> units, out (Vector256<int> One, Vector256<int> Two) places);
            Vector256<int> own = (scale & ~(places.One | places.Two)) | (ofOne & places.One) | (ofTwo & places.Two);
            Vector256<int> steps = units * own;
            Vector256<int> isCell = isNumber & ~(Vector256.GreaterThan(least, steps) | Vector256.GreaterThan(steps, most) | Vector256.Equals(own, Vector256<int>.Zero));
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= ShortCells.Others(good, length) << at;
            isLong |= Vector256.GreaterThan(length, Vector256.Create(ShortCells.Most));
            (steps & isCell).CopyTo(cells[at..]);
        }

        return isLong == Vector256<int>.Zero;
    }

    private ulong ReadQuads(CellRun run, Span<int> cells, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, Column, words, bounds);
        (known, ulong others) = (0, 0);
        Vector256<int> scales = Vector512.Narrow(Vector512.Create(_scales), Vector512<ulong>.Zero).GetLower().AsInt32();
        (Vector256<long> least, Vector256<long> most) = (Vector256.Create(_least), Vector256.Create(_most));
        for (int at = 0; at < run.Count; at += CellQuads.Cells)
        {
            Vector256<long> length = CellQuads.Lengths(Vector256.Create<ulong>(bounds[at..]), off);
            Vector256<long> isNumber = CellQuads.Numbers(Vector256.Create<ulong>(words[at..]), length, out Vector256<ulong> units, out Vector256<int> decimals);
            Vector256<uint> scale = Avx2.PermuteVar8x32(scales, decimals).AsUInt32();
            Vector256<long> steps = Avx2.Multiply(units.AsUInt32(), scale).AsInt64();
            Vector256<long> isNone = Vector256.Equals(scale.AsInt64() << 32, Vector256<long>.Zero);
            Vector256<long> isCell = isNumber & ~(Vector256.GreaterThan(least, steps) | Vector256.GreaterThan(steps, most) | isNone);
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellQuads.Others(good, length) << at;
            CellQuads.Lower(steps & isCell).CopyTo(cells[at..]);
        }

        return others;
    }

    private ulong ReadVectors(CellRun run, Span<int> cells, out ulong known)
    {
        Span<ulong> words = run.Batch.Scratch.Words;
        Span<ulong> bounds = run.Batch.Scratch.Bounds;
        int off = CellVector.Load(run, Column, words, bounds);
        (known, ulong others) = (0, 0);
        Vector512<ulong> scales = Vector512.Create(_scales);
        Vector512<long> least = Vector512.Create(_least);
        Vector512<ulong> extent = Vector512.Create((ulong)(_most - _least));
        for (int at = 0; at < run.Count; at += CellVector.Cells)
        {
            Vector512<ulong> length = CellVector.Lengths(Vector512.Create<ulong>(bounds[at..]), off);
            Vector512<ulong> isNumber = CellVector.Numbers(Vector512.Create<ulong>(words[at..]), length, out Vector512<ulong> units, out Vector512<ulong> decimals);
            Vector512<ulong> scale = Avx512F.PermuteVar8x64(scales, decimals);
            Vector512<long> steps = Avx512F.Multiply(units.AsUInt32(), scale.AsUInt32()).AsInt64();
            Vector512<ulong> isCell = isNumber & Vector512.LessThanOrEqual((steps - least).AsUInt64(), extent) & ~Vector512.Equals(scale, Vector512<ulong>.Zero);
            ulong good = isCell.ExtractMostSignificantBits();
            known |= good << at;
            others |= CellVector.Others(good, length) << at;
            Avx512F.ConvertToVector256Int32(steps & isCell.AsInt64()).CopyTo(cells[at..]);
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
