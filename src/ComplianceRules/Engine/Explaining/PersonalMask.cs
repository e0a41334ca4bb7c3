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
    /// <param name="rows">How many persons of the group have each verdict.</param>
    public static ShownCounts Of(IReadOnlyDictionary<Verdict, int> rows)
    {
        Verdict[] small = [.. Verdicts.Where(v => Rows(v) is > 0 and < ShownCount.FewestCounted)];
        Verdict largest = Verdicts.MaxBy(Rows);
        return new ShownCounts(Shown(Verdict.Compliant), Shown(Verdict.NonCompliant), Shown(Verdict.Undetermined), Shown(Verdict.NotApplicable), Shown(Verdict.Waived));

        int Rows(Verdict verdict) => rows.GetValueOrDefault(verdict);

        ShownCount Shown(Verdict verdict)
        {
            if (small.Contains(verdict)) return ShownCount.UnderThree;
            if (small.Length == 0 || verdict != largest) return ShownCount.Exactly(Rows(verdict));
            int least = Rows(verdict) + small.Sum(Rows) - (small.Length * (ShownCount.FewestCounted - 1));
            return ShownCount.AtLeast(Math.Max(least, ShownCount.FewestCounted));
        }
    }
}
