using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>A rule of an overview.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Bits">What it says of each row.</param>
internal sealed record OverviewRule(CheckedRule Rule, Severity Severity, RuleBits Bits);
