namespace ComplianceRules.Findings;

/// <summary>What an assessment keeps for another one of changed facts. Only what judges knows what that is.</summary>
internal abstract class AssessmentBasis;
