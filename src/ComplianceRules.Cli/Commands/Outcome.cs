using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary>The exit code that an assessment gives.</summary>
internal static class Outcome
{
    /// <summary>Breaches come before what is not known.</summary>
    /// <param name="assessment">What was found.</param>
    /// <param name="failOn">The least severity of a breach that counts; null where none does.</param>
    public static ExitCode Of(Assessment assessment, Severity? failOn)
    {
        if (assessment.Rules.Any(r => r.Counts.NonCompliant > 0 && r.Severity >= failOn)) return ExitCode.Failed;
        bool open = assessment.Rules.Any(r => r.Counts.Undetermined > 0 && r.Binding is Binding.Mandatory or Binding.Principle);
        return open ? ExitCode.Undetermined : ExitCode.Success;
    }

    /// <summary>Whether somebody should look at a waiver.</summary>
    /// <param name="assessment">What was found.</param>
    public static ExitCode OfWaivers(Assessment assessment) => assessment.Waivers.All(w => w.Issues.IsEmpty) ? ExitCode.Success : ExitCode.Failed;
}
