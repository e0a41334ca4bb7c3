using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>What the findings of one rule share.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Pack">The pack whose rule it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Area">Its area.</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Binding">How strictly it binds.</param>
/// <param name="Unit">The unit of its measure; null for none.</param>
/// <param name="Source">The law that it stands on.</param>
/// <param name="Remedy">What helps; null where the pack does not say.</param>
internal sealed record RuleHead(string Rule, string Pack, LocalText Title, string Area, Severity Severity, Binding Binding, string? Unit, FindingSource Source, LocalText? Remedy)
{
    /// <summary>What a finding shares with the others of its rule.</summary>
    /// <param name="finding">The finding.</param>
    public static RuleHead Of(Finding finding) =>
        new(finding.Rule, finding.Pack, finding.Title, finding.Area, finding.Severity, finding.Binding, finding.Unit, finding.Source, finding.Remedy);
}
