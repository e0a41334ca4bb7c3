using ComplianceRules.Findings;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>What was found in one school or region.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class PlaceTally
{
    private readonly long[] _breaches = new long[Enum.GetValues<Severity>().Length];

    /// <summary>Rows whose facts do not decide a rule, each rule counted.</summary>
    public long Undetermined { get; private set; }

    /// <summary>Breaches that are excused.</summary>
    public long Waived { get; private set; }

    /// <summary>Breaches of rules of a severity.</summary>
    public long Breaches(Severity severity) => _breaches[(int)severity];

    /// <summary>Counts a finding; what is kept or not concerned is not counted.</summary>
    public void Add(Finding finding)
    {
        if (finding.Verdict == Verdict.NonCompliant) _breaches[(int)finding.Severity] += finding.Rows;
        else if (finding.Verdict == Verdict.Undetermined) Undetermined += finding.Rows;
        else if (finding.Verdict == Verdict.Waived) Waived += finding.Rows;
    }
}
