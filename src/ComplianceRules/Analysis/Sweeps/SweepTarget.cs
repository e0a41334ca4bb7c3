using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>The parameter that is meant, and the rules whose verdicts follow from it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parameter">The parameter.</param>
/// <param name="Key">The key; null where it has none.</param>
/// <param name="Rules">The rules that are judged, in the order of the catalogue.</param>
internal sealed record SweepTarget(ParameterDefinition Parameter, string? Key, ImmutableArray<CheckedRule> Rules)
{
    /// <summary>The ids of the packs whose rules read the parameter: to others its name may mean another one.</summary>
    public required ImmutableHashSet<string> Readers { get; init; }

    /// <summary>The full ids of the rules that are left out because they judge persons.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Whether a part of a rule reads the parameter.</summary>
    /// <param name="part">The part.</param>
    public bool IsRead(TypedExpression part) => Reads(part, Parameter.Signature.Name, Key);

    /// <summary>Whether a part of a rule reads a parameter.</summary>
    /// <param name="part">The part.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="key">The key; null for any.</param>
    public static bool Reads(TypedExpression part, string name, string? key) => part switch
    {
        ParameterExpression p => p.Name == name && IsOf(p.Key, key),
        ParameterEntryExpression p => p.Name == name && IsOf(p.Key, key),
        _ => false,
    };

    private static bool IsOf(TypedExpression? written, string? key) => key is null || written is not LiteralExpression { Value: TextValue text } || text.Content == key;
}
