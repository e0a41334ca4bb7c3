using System.Numerics;
using System.Runtime.CompilerServices;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The findings and counts of a hand-written loop: what is broken or open is listed, what is not applicable is only counted. Room is kept from run to run.</summary>
internal sealed class HandList
{
    private const int MostOfARow = 32;
    private const int Boarding = 3;
    private const int Stages = 3;
    private const int Grades = 13;

    private readonly long[] _listed = new long[4 * 64];
    private readonly long[] _rowsAlike = new long[Grades * Stages * Boarding];
    private readonly long[] _outsideSchools = new long[32];
    private HandFinding[] _items = new HandFinding[1 << 16];
    private int _count;

    public ReadOnlySpan<HandFinding> Items => _items.AsSpan(0, _count);

    public void Clear()
    {
        _count = 0;
        Array.Clear(_listed);
        Array.Clear(_rowsAlike);
        Array.Clear(_outsideSchools);
    }

    /// <summary>Takes what is broken or open of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int row, uint broken, uint open, int firstRule)
    {
        if (_count + MostOfARow > _items.Length) Array.Resize(ref _items, _items.Length * 2);
        HandFinding[] items = _items;
        int count = _count;
        for (uint rest = broken | open; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            int verdict = (int)(broken >> bit & 1) * (int)Verdict.NonCompliant;
            items[count++] = new HandFinding(row, (byte)(firstRule + bit), (byte)verdict);
            _listed[(((firstRule + bit) * 4) + verdict) & 255]++;
        }

        _count = count;
    }

    /// <summary>Counts a class whose rules that do not apply follow from grade, stage and boarders alone: one addition for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CountClass(in ClassFacts row, in SchoolFacts school)
    {
        int boarding = ((SchoolFact)school.Known & SchoolFact.Boarding) == 0 ? 2 : school.Boarding ? 1 : 0;
        _rowsAlike[(((row.Grade * Stages) + row.Stage) * Boarding) + boarding]++;
    }

    public void CountSchool(uint outside)
    {
        for (uint rest = outside; rest != 0; rest &= rest - 1) _outsideSchools[BitOperations.TrailingZeroCount(rest)]++;
    }

    public Tally Count(int schools, int classes)
    {
        Tally tally = new();
        for (int rule = 0; rule < BenchRules.All.Length; rule++)
        {
            tally[rule, Verdict.NonCompliant] = _listed[(rule * 4) + (int)Verdict.NonCompliant];
            tally[rule, Verdict.Undetermined] = _listed[(rule * 4) + (int)Verdict.Undetermined];
            if (rule >= BenchRules.OfClasses.Length) tally[rule, Verdict.NotApplicable] = _outsideSchools[rule - BenchRules.OfClasses.Length];
        }

        for (int key = 0; key < _rowsAlike.Length; key++) AddOutside(tally, key);
        return tally.Complete(schools, classes);
    }

    private void AddOutside(Tally tally, int key)
    {
        uint applies = StageLaw.Grades[key / (Stages * Boarding)] & StageLaw.Stages[key / Boarding % Stages].Applies & ~(key % Boarding == 0 ? StageLaw.Boarders : 0);
        for (int rule = 0; rule < BenchRules.OfClasses.Length; rule++)
        {
            if ((applies >> rule & 1) == 0) tally[rule, Verdict.NotApplicable] += _rowsAlike[key];
        }
    }
}
