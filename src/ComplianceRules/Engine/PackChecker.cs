using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks packs against each other: names, types, units, stacks.</summary>
public static class PackChecker
{
    /// <summary>Checks every pack of a load; only what has passed can be run.</summary>
    /// <param name="packs">The packs.</param>
    /// <returns>The catalogue, unless there are errors, and every diagnostic in file order.</returns>
    public static Checked<Catalogue> Check(PackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        DiagnosticBag problems = new();
        FormerCodes formerCodes = new FormerCodesReader(packs, problems).Read();
        PackScopes scopes = new(packs, formerCodes);
        new ScopeCheck(packs, scopes, problems).Check();
        FactSchema whole = FactSchemaComposer.Compose(packs.Packs, problems) with { FormerCodes = formerCodes };
        PackSchemas schemas = new(scopes);
        Dictionary<string, (string Id, string Subject)> named = RulesOf(packs, scopes);
        List<(RulePack Pack, ParameterBook Book)> books = [];
        ImmutableArray<CheckedRule>.Builder rules = ImmutableArray.CreateBuilder<CheckedRule>();
        foreach (RulePack pack in packs.Packs.Where(scopes.IsWhole))
        {
            FactSchema schema = schemas.Of(pack);
            new DerivedFieldCheck(pack, schema, problems).Check();
            ParameterBook book = new ParameterBookReader(schema, scopes, problems).Read(scopes.Of(pack));
            rules.AddRange(new RuleChecker(pack, schema, book, scopes, problems).Check(id => named.TryGetValue(id, out (string Id, string Subject) rule) ? rule : null));
            books.Add((pack, book));
        }

        CountedRules.Check(rules, problems);
        ParameterScales scales = new(rules);
        SeasonGaps.Check(books, rules, scopes, problems);
        foreach ((RulePack pack, ParameterBook book) in books) new LooserValueCheck(book, scales, problems).Check(pack);
        return problems.Finish(problems.HasErrors ? null : new Catalogue(packs, whole, scopes, rules.ToImmutable()));
    }

    // A rule that takes the place of another answers where that one is named, and the other way round.
    private static Dictionary<string, (string Id, string Subject)> RulesOf(PackSet packs, PackScopes scopes)
    {
        OverriddenRules overridden = new(scopes);
        Dictionary<string, (string Id, string Subject)> rules = new(StringComparer.Ordinal);
        foreach (RulePack pack in packs.Packs)
        {
            foreach (Rule rule in pack.Rules) rules.TryAdd($"{pack.Id}/{rule.Id}", (overridden.RootOf(pack, rule) ?? $"{pack.Id}/{rule.Id}", rule.Subject));
        }

        return rules;
    }
}
