using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The places that rules stand in, each with the rules that may stand there, and what they read.</summary>
/// <remarks>For one thread. A place goes by the full id of the rule furthest out.</remarks>
internal sealed class RulePlaces
{
    private readonly RuleFamilies _families;
    private readonly ILookup<string, string> _readers;
    private readonly ILookup<string, string> _counting;
    private readonly Dictionary<string, ImmutableArray<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Gathers the rules.</summary>
    /// <param name="rules">All rules that are right in themselves.</param>
    public RulePlaces(IReadOnlyCollection<CheckedRule> rules)
    {
        _families = new RuleFamilies(rules);
        string[] ids = [.. rules.Select(r => r.Id).Distinct(StringComparer.Ordinal)];
        _readers = ids.SelectMany(id => NamesOf(id).Select(name => (Name: name, Id: id))).ToLookup(r => r.Name, r => r.Id, StringComparer.Ordinal);
        _counting = ids.SelectMany(id => Counted(id).Select(counted => (Counted: counted, Id: id))).ToLookup(c => c.Counted, c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>The places where something may change by what a pack gives and replaces, in ordinal order.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="given">The parameters of packs further out that it gives values.</param>
    public IEnumerable<string> TouchedBy(RulePack pack, IEnumerable<string> given)
    {
        HashSet<string> own = [.. pack.Rules.Where(r => r.Overrides is not null).Select(r => $"{pack.Id}/{r.Id}")];
        string[] replaced = own.Count == 0 ? [] : [.. _families.All.Where(r => r.Pack == pack && own.Contains(r.FullId)).Select(r => r.Id)];
        return given.SelectMany(n => _readers[n]).Concat(replaced).Concat(replaced.SelectMany(r => _counting[r])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>The rules that may stand in a place, of some packs, the pack furthest in last.</summary>
    /// <param name="place">The place.</param>
    /// <param name="packs">The packs, outermost first.</param>
    public ImmutableArray<CheckedRule> Of(string place, ImmutableArray<RulePack> packs)
    {
        ImmutableArray<CheckedRule> family = _families.Of(place);
        return family.Length == 1 ? packs.Contains(family[0].Pack) ? family : [] : [.. family.Where(r => packs.Contains(r.Pack)).OrderBy(r => packs.IndexOf(r.Pack))];
    }

    /// <summary>The names of the parameters that the rules of a place read, and the rules that they count, in ordinal order.</summary>
    /// <param name="place">The place.</param>
    public ImmutableArray<string> NamesOf(string place)
    {
        if (_names.TryGetValue(place, out ImmutableArray<string> known)) return known;
        SortedSet<string> names = new(_families.WithCounted(_families.Of(place)).SelectMany(r => Read(r.Form)), StringComparer.Ordinal);
        return _names[place] = [.. names];
    }

    /// <summary>The places whose verdicts the rules of a place count, over any number of steps.</summary>
    /// <param name="place">The place.</param>
    public IEnumerable<string> Counted(string place) => _families.WithCounted(_families.Of(place)).Select(r => r.Id).Distinct(StringComparer.Ordinal).Where(id => id != place);

    private static IEnumerable<string> Read(JudgedForm form) =>
        new[] { form.Applies, form.Holds }.SelectMany(ExpressionWalker.SelfAndDescendants).Select(NameOf).OfType<string>();

    private static string? NameOf(TypedExpression node) => node switch
    {
        ParameterExpression e => e.Name,
        ParameterEntryExpression e => e.Name,
        _ => null,
    };
}
