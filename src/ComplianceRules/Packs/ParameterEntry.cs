using ComplianceRules.Expressions;

namespace ComplianceRules.Packs;

/// <summary>One value of one pack for one parameter and key, converted to the parameter's type.</summary>
/// <param name="Pack">The pack that gives it.</param>
/// <param name="Key">The key; null for a parameter that is not keyed.</param>
/// <param name="Value">The value.</param>
/// <param name="Written">The entry as written, with its days and source.</param>
internal sealed record ParameterEntry(RulePack Pack, string? Key, Value Value, DatedValue Written)
{
    /// <summary>What allows it to take the place of a stricter value further out; null where nothing does.</summary>
    public Relaxation? Relaxes { get; init; }
}
