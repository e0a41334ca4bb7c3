using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Proofs;

/// <summary>A rule whose verdicts another counts.</summary>
/// <param name="Form">What it judges.</param>
/// <param name="Subject">The table that it judges.</param>
/// <param name="Binding">How strictly it binds.</param>
internal sealed record CountedRule(JudgedForm Form, string Subject, Binding Binding)
{
    /// <summary>Whether its verdicts count where a composed rule asks for them.</summary>
    /// <param name="mandatoryOnly">Whether only those of binding mandatory do.</param>
    public bool IsPart(bool mandatoryOnly) => Form.Composed.IsEmpty && (!mandatoryOnly || Binding == Binding.Mandatory);
}
