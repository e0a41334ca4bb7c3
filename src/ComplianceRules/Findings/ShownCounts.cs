namespace ComplianceRules.Findings;

/// <summary>How many rows have which verdict, as a report may show it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Compliant">Rows that keep the rule.</param>
/// <param name="NonCompliant">Rows that break it.</param>
/// <param name="Undetermined">Rows whose facts do not decide it.</param>
/// <param name="NotApplicable">Rows that it does not concern.</param>
/// <param name="Waived">Rows that break it and are excused.</param>
public sealed record ShownCounts(ShownCount Compliant, ShownCount NonCompliant, ShownCount Undetermined, ShownCount NotApplicable, ShownCount Waived)
{
    /// <summary>No rows at all.</summary>
    public static ShownCounts None { get; } = new(default, default, default, default, default);

    /// <summary>Counts that may be known exactly.</summary>
    /// <param name="counts">The counts.</param>
    public static ShownCounts Exactly(VerdictCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new(
            ShownCount.Exactly(counts.Compliant),
            ShownCount.Exactly(counts.NonCompliant),
            ShownCount.Exactly(counts.Undetermined),
            ShownCount.Exactly(counts.NotApplicable),
            ShownCount.Exactly(counts.Waived));
    }

    /// <summary>The count of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public ShownCount Of(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => Compliant,
        Verdict.NonCompliant => NonCompliant,
        Verdict.NotApplicable => NotApplicable,
        Verdict.Waived => Waived,
        _ => Undetermined,
    };

    /// <summary>These rows and others.</summary>
    /// <param name="other">The others.</param>
    public ShownCounts Plus(ShownCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Compliant.Plus(other.Compliant),
            NonCompliant.Plus(other.NonCompliant),
            Undetermined.Plus(other.Undetermined),
            NotApplicable.Plus(other.NotApplicable),
            Waived.Plus(other.Waived));
    }
}
