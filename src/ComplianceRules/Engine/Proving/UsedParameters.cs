using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>The parameters that rules read, those of the rules that they count among them.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class UsedParameters
{
    private readonly Dictionary<string, CheckedRule> _rules;
    private readonly Dictionary<string, ImmutableArray<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Gathers the rules.</summary>
    /// <param name="rules">All rules.</param>
    public UsedParameters(IEnumerable<CheckedRule> rules) => _rules = rules.ToDictionary(r => r.FullId, StringComparer.Ordinal);

    /// <summary>The form and subject of a rule by its full id; null where there is none.</summary>
    /// <param name="rule">The full id.</param>
    public (JudgedForm Form, string Subject)? Counted(string rule) => _rules.TryGetValue(rule, out CheckedRule? found) ? (found.Form, found.Rule.Subject) : null;

    /// <summary>The names of a rule's parameters, in ordinal order.</summary>
    /// <param name="rule">The rule.</param>
    public ImmutableArray<string> Of(CheckedRule rule)
    {
        if (_names.TryGetValue(rule.FullId, out ImmutableArray<string> known)) return known;
        SortedSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (CheckedRule? at = rule; at is not null && seen.Add(at.FullId); at = at.Form.CountedRule is { } next ? _rules.GetValueOrDefault(next) : null)
            names.UnionWith(Read(at.Form));
        return _names[rule.FullId] = [.. names];
    }

    private static IEnumerable<string> Read(JudgedForm form) =>
        new[] { form.Applies, form.Holds }.SelectMany(ExpressionWalker.SelfAndDescendants).Select(NameOf).OfType<string>();

    private static string? NameOf(TypedExpression node) => node switch
    {
        ParameterExpression e => e.Name,
        ParameterEntryExpression e => e.Name,
        _ => null,
    };
}
