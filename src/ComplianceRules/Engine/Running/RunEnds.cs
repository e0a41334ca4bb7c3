namespace ComplianceRules.Engine;

/// <summary>Finds rows among runs of neighbours by where these end.</summary>
internal static class RunEnds
{
    /// <summary>The number of the first run that ends after a row; as many as there are where none does.</summary>
    /// <param name="ends">For each run the row after its last, in the order of the rows.</param>
    /// <param name="row">The row.</param>
    public static int After(ReadOnlySpan<int> ends, int row)
    {
        (int low, int high) = (0, ends.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ends[middle] > row) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
