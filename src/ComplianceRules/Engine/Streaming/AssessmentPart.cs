using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>A part of an assessment of schools that come one after another.</summary>
/// <remarks>Immutable. The findings of all parts together are those of the assessment; who keeps a part keeps the facts of its schools.</remarks>
/// <param name="Findings">The findings of some schools; in the last part those of rules that need all schools.</param>
/// <param name="Whole">The assessment of all schools, without findings: counts, waivers, what reading found. Null but in the last part.</param>
public sealed record AssessmentPart(FindingList Findings, Assessment? Whole);
