using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>A rule that has been checked, and its judged form.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The pack whose rule it is.</param>
/// <param name="Rule">The rule as written.</param>
/// <param name="Form">What every engine reads.</param>
/// <param name="Instrument">The instrument that it stands on.</param>
internal sealed record CheckedRule(RulePack Pack, Rule Rule, JudgedForm Form, Instrument Instrument)
{
    /// <summary>The full id: pack, <c>/</c>, rule.</summary>
    public string FullId { get; } = $"{Pack.Id}/{Rule.Id}";
}
