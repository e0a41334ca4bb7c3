using ComplianceRules.Expressions;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Proofs;

/// <summary>A rule under values, one side of a comparison.</summary>
/// <param name="Form">What it judges.</param>
/// <param name="Binding">How strictly it binds.</param>
/// <param name="Parameters">The values in force.</param>
internal sealed record ComparedRule(JudgedForm Form, Binding Binding, ParameterTable Parameters)
{
    /// <summary>The form and subject of a rule that it counts, by its full id; null where there is none.</summary>
    public Func<string, (JudgedForm Form, string Subject)?> Counted { get; init; } = _ => null;
}
