using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Packs that have been checked against each other.</summary>
/// <remarks>Immutable; may be shared between threads. Only <see cref="PackChecker"/> makes one, but for what is made of one.</remarks>
public sealed class Catalogue
{
    // Who works on one pack asks for its book again and again; those of a nation's counties would take more room than they save time.
    private const int MostBooks = 64;

    private readonly ConcurrentDictionary<string, ParameterBook> _books = new(StringComparer.Ordinal);

    internal Catalogue(PackSet packs, FactSchema schema, PackScopes scopes, CheckedRules rules, ImmutableArray<CheckedWaiver> waivers)
    {
        Waivers = waivers;
        Packs = packs;
        Schema = schema;
        Scopes = scopes;
        Rules = [.. rules.All.Select(r => Marked(r, rules.Families)).OrderBy(r => r.Id, StringComparer.Ordinal).ThenBy(r => r.Pack.Id, StringComparer.Ordinal).ThenBy(r => r.FullId, StringComparer.Ordinal)];
        Families = new RuleFamilies(Rules);
        Scales = rules.Scales;
    }

    private Catalogue(Catalogue catalogue, FactSchema schema, ImmutableArray<CheckedRule> rules)
    {
        (Packs, Schema, Scopes, Rules) = (catalogue.Packs, schema, catalogue.Scopes, rules);
        (Waivers, Families, Scales) = (catalogue.Waivers, new RuleFamilies(rules), catalogue.Scales);
    }

    /// <summary>The packs.</summary>
    public PackSet Packs { get; }

    /// <summary>All tables and fields that the packs speak of; snapshots are read by it.</summary>
    public FactSchema Schema { get; }

    /// <summary>What each pack may speak of.</summary>
    internal PackScopes Scopes { get; }

    /// <summary>The rules in ordinal order of the ids that findings know them by, then of their own.</summary>
    internal ImmutableArray<CheckedRule> Rules { get; }

    /// <summary>The waivers of packs, in ordinal order of the packs' ids, each in file order.</summary>
    internal ImmutableArray<CheckedWaiver> Waivers { get; }

    /// <summary>Which of the rules answer for each other.</summary>
    internal RuleFamilies Families { get; }

    /// <summary>The scales of time that the rules read parameters on.</summary>
    internal ParameterScales Scales { get; }

    /// <summary>The same packs, with rules that read other facts.</summary>
    /// <param name="schema">All tables and fields: those of the packs, and more.</param>
    /// <param name="formOf">What becomes of a rule; null where it stays as it is.</param>
    internal Catalogue With(FactSchema schema, Func<CheckedRule, JudgedForm?> formOf) => new(this, schema, [.. Rules.Select(r => formOf(r) is { } form ? r with { Form = form } : r)]);

    /// <summary>The parameters of a pack and everything further out.</summary>
    /// <param name="pack">The pack.</param>
    internal ParameterBook BookOf(RulePack pack) => BookOf(Scopes.Of(pack));

    /// <summary>The parameters of some packs of one stack.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    internal ParameterBook BookOf(ImmutableArray<RulePack> packs)
    {
        string key = string.Join('\n', packs.Select(p => p.Id));
        if (_books.TryGetValue(key, out ParameterBook? known)) return known;
        if (_books.Count >= MostBooks) _books.Clear();
        return _books.GetOrAdd(key, _ => new ParameterBookReader(Schema, Scopes, new DiagnosticBag()).Read(packs));
    }

    /// <summary>What people call an area: the title that the first pack gives it; null where none does.</summary>
    /// <param name="area">The area's id.</param>
    internal LocalText? AreaTitle(string area) => Packs.Packs.Select(p => p.Areas.GetValueOrDefault(area)).FirstOrDefault(t => t is not null && t != LocalText.Empty);

    /// <summary>What people call the areas of some rules, by id; an area that no pack gives a title is not there.</summary>
    /// <param name="rules">The rules.</param>
    internal ImmutableSortedDictionary<string, LocalText> AreaTitles(IEnumerable<CheckedRule> rules) => rules.Select(r => r.Rule.Area).Distinct(StringComparer.Ordinal)
        .Select(area => KeyValuePair.Create(area, AreaTitle(area))).Where(a => a.Value is not null).ToImmutableSortedDictionary(a => a.Key, a => a.Value!, StringComparer.Ordinal);

    // Nearly all rules stand alone and are kept as they are.
    private static CheckedRule Marked(CheckedRule rule, RuleFamilies families)
    {
        (bool hasKin, bool hasUnverifiedPart) = (families.Of(rule.Id).Length > 1, HasUnverifiedPart(rule, families));
        return hasKin || hasUnverifiedPart ? rule with { HasKin = hasKin, HasUnverifiedPart = hasUnverifiedPart } : rule;
    }

    private static bool HasUnverifiedPart(CheckedRule rule, RuleFamilies families) =>
        rule.Form.Composed.SelectMany(p => p.Counting).SelectMany(id => families.Of(id)).Any(c => c.IsUnverified);
}
