using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The places that rules stand in, each with the rules that may stand there, and what they read.</summary>
/// <remarks>May be shared between threads. A place goes by the full id of the rule furthest out.</remarks>
internal sealed class RulePlaces
{
    private readonly RuleFamilies _families;
    private readonly ILookup<string, CheckedRule> _byPack;
    private readonly ConcurrentDictionary<string, ILookup<string, string>> _readers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Gathers the rules.</summary>
    /// <param name="rules">All rules that are right in themselves.</param>
    /// <param name="families">Which of them answer for each other.</param>
    public RulePlaces(IReadOnlyCollection<CheckedRule> rules, RuleFamilies families)
    {
        _families = families;
        _byPack = rules.ToLookup(r => r.Pack.Id, StringComparer.Ordinal);
    }

    /// <summary>The places where something may change by what the innermost of some packs gives and replaces, in ordinal order.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    /// <param name="given">The parameters of packs further out that the innermost gives values.</param>
    public IEnumerable<string> TouchedBy(ImmutableArray<RulePack> packs, IReadOnlyCollection<string> given)
    {
        string[] replaced = packs[^1].Rules.Any(r => r.Overrides is not null) ? [.. _byPack[packs[^1].Id].Where(r => r.Replaces is not null).Select(r => r.Id)] : [];
        if (given.Count == 0 && replaced.Length == 0) return [];
        ILookup<string, string>[] outer = [.. packs[..^1].Select(ReadersOf)];
        return outer.SelectMany(read => given.SelectMany(n => read[n]).Concat(replaced.SelectMany(r => read[r]))).Concat(replaced)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>The rules that may stand in a place, of some packs, the pack furthest in last.</summary>
    /// <param name="place">The place.</param>
    /// <param name="packs">The packs, outermost first.</param>
    public ImmutableArray<CheckedRule> Of(string place, ImmutableArray<RulePack> packs)
    {
        ImmutableArray<CheckedRule> family = _families.Of(place);
        return family.Length == 1 ? packs.Contains(family[0].Pack) ? family : [] : [.. family.Where(r => packs.Contains(r.Pack)).OrderBy(r => packs.IndexOf(r.Pack))];
    }

    /// <summary>Whether a rule of other packs than some may stand in a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="packs">The packs.</param>
    public bool IsOpen(string place, ImmutableArray<RulePack> packs) => _families.Of(place).Any(r => !packs.Contains(r.Pack));

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

    // The places of a pack's rules by the parameters that they read and by the places that they count; a name never looks like a full id. Most packs are nobody's parent.
    private ILookup<string, string> ReadersOf(RulePack pack)
    {
        if (_readers.TryGetValue(pack.Id, out ILookup<string, string>? known)) return known;
        IEnumerable<string> places = _byPack[pack.Id].Select(r => r.Id).Distinct(StringComparer.Ordinal);
        return _readers[pack.Id] = places.SelectMany(id => NamesOf(id).Concat(Counted(id)).Select(of => (Of: of, Id: id))).ToLookup(r => r.Of, r => r.Id, StringComparer.Ordinal);
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
