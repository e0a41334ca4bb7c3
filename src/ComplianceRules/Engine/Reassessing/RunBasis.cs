using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>How an assessment came about, so that another one of changed facts can be made in the same way.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="plan">The plan.</param>
/// <param name="options">What was asked for.</param>
/// <param name="verdicts">What was said of each row; null where it was not kept.</param>
internal sealed class RunBasis(Plan plan, RunOptions options, KeptVerdicts? verdicts) : AssessmentBasis
{
    /// <summary>The plan.</summary>
    public Plan Plan => plan;

    /// <summary>What was asked for.</summary>
    public RunOptions Options => options;

    /// <summary>What was said of each row; null where it was not kept.</summary>
    public KeptVerdicts? Verdicts => verdicts;
}
