namespace ComplianceRules.Engine;

/// <summary>Sorts what is nearly sorted in little more than one pass, and anything else in n log n.</summary>
internal static class NaturalMerge
{
    /// <summary>The order of some things.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="compare">Which of two comes first; equal ones keep their order.</param>
    /// <returns>Which of them is the first, the second and so on; null where they are in order.</returns>
    public static int[]? Order(int count, Func<int, int, int> compare)
    {
        List<int> ends = Runs(count, compare);
        if (ends.Count <= 1) return null;
        int[] from = [.. Enumerable.Range(0, count)];
        int[] to = new int[count];
        while (ends.Count > 1)
        {
            List<int> merged = [];
            int start = 0;
            for (int run = 0; run < ends.Count; run += 2)
            {
                int end = run + 1 < ends.Count ? ends[run + 1] : ends[run];
                Merge(from.AsSpan(start, end - start), ends[run] - start, to.AsSpan(start, end - start), compare);
                merged.Add(start = end);
            }

            ends = merged;
            (from, to) = (to, from);
        }

        return from;
    }

    private static List<int> Runs(int count, Func<int, int, int> compare)
    {
        List<int> ends = [];
        for (int i = 1; i < count; i++)
        {
            if (compare(i - 1, i) > 0) ends.Add(i);
        }

        if (count > 0) ends.Add(count);
        return ends;
    }

    private static void Merge(ReadOnlySpan<int> from, int middle, Span<int> to, Func<int, int, int> compare)
    {
        int left = 0;
        int right = middle;
        foreach (ref int next in to)
        {
            bool takesLeft = right == from.Length || (left < middle && compare(from[left], from[right]) <= 0);
            next = from[takesLeft ? left++ : right++];
        }
    }
}
