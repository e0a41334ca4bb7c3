using System.Runtime.CompilerServices;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The twelve aggregates of the packs <c>bench-lists</c> and <c>bench-counties</c> by hand: one pass over the classes of each parent gathers all sums, and exact whole numbers decide. For facts that are all known.</summary>
internal static class HandAggregates
{
    private const int LargestSorted = 64;
    private const int ShareWhere = 6;
    private const int WeightedVariation = 8;
    private const int FilteredMean = 11;

    /// <summary>A share of some of whom there are none: not applicable.</summary>
    private const int Outside = 16;

    /// <summary>A mean of none, and a variation about a mean of 0: undetermined.</summary>
    private const int OpenMean = 17;
    private const int OpenVariation = 18;

    /// <summary>The rules in the packs' order.</summary>
    public static string[] Rules { get; } =
    [
        "sum.enrolment", "min.sleep", "max.size", "avg.written", "count.large", "share.phones",
        "share.where", "cv.size", "cv.weighted", "percentile.sleep", "filtered.sum", "filtered.avg",
    ];

    /// <summary>Judges all parents.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="starts">Where the classes of each parent begin, and where the last ones end.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="verdicts">Becomes a word a parent: a bit a rule that is broken, and bits of what does not apply or is open.</param>
    public static void Judge(ReadOnlySpan<ClassFacts> classes, ReadOnlySpan<int> starts, AggregateLimits limits, Span<uint> verdicts)
    {
        for (int parent = 0; parent < verdicts.Length; parent++) verdicts[parent] = Judge(classes[starts[parent]..starts[parent + 1]], limits);
    }

    /// <summary>The counts of verdicts of a rule.</summary>
    public static VerdictCounts Count(int rule, ReadOnlySpan<uint> verdicts)
    {
        int open = rule switch { FilteredMean => OpenMean, WeightedVariation => OpenVariation, _ => 31 };
        (long broken, long opened, long outside) = (0, 0, 0);
        foreach (uint verdict in verdicts)
        {
            broken += verdict >> rule & 1;
            opened += verdict >> open & 1;
            outside += rule == ShareWhere ? verdict >> Outside & 1 : 0;
        }

        return new VerdictCounts(verdicts.Length - broken - opened - outside, broken, opened, outside, 0);
    }

    private static uint Judge(ReadOnlySpan<ClassFacts> classes, AggregateLimits limits)
    {
        (long pupils, long squares, long written, long weighted, long weightedSquares) = (0, 0, 0, 0, 0);
        (int least, int most, int large, int phones, int primary, int primaryKept) = (int.MaxValue, 0, 0, 0, 0, 0);
        (long ofLarge, long ordinary, long ordinaryWritten) = (0, 0, 0);
        foreach (ref readonly ClassFacts row in classes)
        {
            int enrolment = row.Enrolment;
            int minutes = row.WrittenMinutes;
            pupils += enrolment;
            squares += enrolment * enrolment;
            written += minutes;
            weighted += enrolment * minutes;
            weightedSquares += enrolment * minutes * minutes;
            least = Math.Min(least, row.SleepHours);
            most = Math.Max(most, enrolment);
            large += One(enrolment >= 56);
            phones += One(row.PhonesInClass);
            int isPrimary = One(row.Stage == 0);
            primary += isPrimary;
            primaryKept += isPrimary & One(enrolment <= 45);
            ofLarge += enrolment * One(enrolment > 45);
            int isOrdinary = One(row.Kind == 0);
            ordinary += isOrdinary;
            ordinaryWritten += isOrdinary * minutes;
        }

        long n = classes.Length;
        return Bit(pupils > limits.PupilsMax, 0) | Bit(least < 80, 1) | Bit(most > 55, 2) | Bit(written > 30 * n, 3) | Bit(large > limits.LargeMax, 4)
            | Bit(phones * 100 > 5 * n, 5) | Bit(primaryKept * 100 < 97 * primary, ShareWhere) | Bit(primary == 0, Outside)
            | Bit(25 * ((n * squares) - (pupils * pupils)) > pupils * pupils, 7)
            | Bit(25 * ((pupils * weightedSquares) - (weighted * weighted)) > 16 * weighted * weighted, WeightedVariation) | Bit(weighted == 0, OpenVariation)
            | Bit(LowerQuartile(classes) < 102, 9) | Bit(ofLarge > limits.PupilsOfLargeMax, 10) | Bit(ordinaryWritten > 30 * ordinary, FilteredMean)
            | Bit(ordinary == 0, OpenMean);
    }

    // Few are put in order; many are counted, for there are at most 241 values.
    private static int LowerQuartile(ReadOnlySpan<ClassFacts> classes)
    {
        int rank = (classes.Length + 3) / 4;
        return classes.Length <= LargestSorted ? BySorting(classes, rank) : ByCounting(classes, rank);
    }

    private static int BySorting(ReadOnlySpan<ClassFacts> classes, int rank)
    {
        Span<byte> sorted = stackalloc byte[LargestSorted];
        for (int i = 0; i < classes.Length; i++)
        {
            byte value = classes[i].SleepHours;
            int at = i;
            for (; at > 0 && sorted[at - 1] > value; at--) sorted[at] = sorted[at - 1];
            sorted[at] = value;
        }

        return sorted[rank - 1];
    }

    private static int ByCounting(ReadOnlySpan<ClassFacts> classes, int rank)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (ref readonly ClassFacts row in classes) counts[row.SleepHours]++;
        int value = 0;
        for (int seen = counts[0]; seen < rank; seen += counts[value]) value++;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int One(bool isSet) => isSet ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool isSet, int rule) => (isSet ? 1u : 0u) << rule;
}
