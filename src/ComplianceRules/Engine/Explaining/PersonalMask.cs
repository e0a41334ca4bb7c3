using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Makes the counts of a small group of persons ones that a report may show.</summary>
internal static class PersonalMask
{
    /// <summary>The verdicts, in the order in which they are listed.</summary>
    public static Verdict[] Verdicts { get; } = [Verdict.NonCompliant, Verdict.Undetermined, Verdict.Waived, Verdict.Compliant, Verdict.NotApplicable];

    /// <summary>What may be shown of one group.</summary>
    /// <remarks>
    /// One and two are "fewer than three". How large the group is is no secret, so the largest of the other counts takes up what those hide: only the least that it
    /// can be is shown, and that follows from what is shown of the others. Who subtracts finds nothing.
    /// </remarks>
    /// <param name="counts">How many persons of the group have each verdict.</param>
    public static ShownCounts Of(VerdictCounts counts)
    {
        // INVARIANT: in the order of the numbers of verdicts.
        ReadOnlySpan<long> rows = [counts.Undetermined, counts.NotApplicable, counts.Compliant, counts.NonCompliant, counts.Waived];
        (Verdict largest, int few, long ofFew) = (Verdicts[0], 0, 0);
        foreach (Verdict verdict in Verdicts)
        {
            long count = rows[(int)verdict];
            if (count > rows[(int)largest]) largest = verdict;
            if (!IsSmall(count)) continue;
            few++;
            ofFew += count;
        }

        ShownCount covering = Covering(rows[(int)largest], few, ofFew);
        return new ShownCounts(
            Shown(rows, Verdict.Compliant, largest, covering),
            Shown(rows, Verdict.NonCompliant, largest, covering),
            Shown(rows, Verdict.Undetermined, largest, covering),
            Shown(rows, Verdict.NotApplicable, largest, covering),
            Shown(rows, Verdict.Waived, largest, covering));
    }

    private static ShownCount Covering(long largest, int few, long ofFew) => few == 0
        ? ShownCount.Exactly(largest)
        : ShownCount.AtLeast(Math.Max(largest + ofFew - (few * (ShownCount.FewestCounted - 1)), ShownCount.FewestCounted));

    private static ShownCount Shown(ReadOnlySpan<long> rows, Verdict verdict, Verdict largest, ShownCount covering)
    {
        long count = rows[(int)verdict];
        if (IsSmall(count)) return ShownCount.UnderThree;
        return verdict == largest ? covering : ShownCount.Exactly(count);
    }

    private static bool IsSmall(long rows) => rows is > 0 and < ShownCount.FewestCounted;
}
