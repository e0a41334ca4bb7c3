namespace ComplianceRules.Findings;

/// <summary>How many rows have which verdict.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Compliant">Rows that keep the rule.</param>
/// <param name="NonCompliant">Rows that break it.</param>
/// <param name="Undetermined">Rows whose facts do not decide it.</param>
/// <param name="NotApplicable">Rows that it does not concern.</param>
/// <param name="Waived">Rows that break it and are excused.</param>
public sealed record VerdictCounts(long Compliant, long NonCompliant, long Undetermined, long NotApplicable, long Waived)
{
    /// <summary>No rows at all.</summary>
    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>All rows.</summary>
    public long Total => Compliant + NonCompliant + Undetermined + NotApplicable + Waived;

    /// <summary>These rows and others.</summary>
    /// <param name="other">The others.</param>
    public VerdictCounts Plus(VerdictCounts other) => new(
        Compliant + other.Compliant,
        NonCompliant + other.NonCompliant,
        Undetermined + other.Undetermined,
        NotApplicable + other.NotApplicable,
        Waived + other.Waived);
}
