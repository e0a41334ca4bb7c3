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
        PackScopes scopes = new(packs);
        new ScopeCheck(packs, scopes, problems).Check();
        FactSchema whole = FactSchemaComposer.Compose(packs.Packs, problems);
        PackSchemas schemas = new(scopes);
        Dictionary<string, string> subjects = SubjectsOf(packs);
        List<(RulePack Pack, ParameterBook Book)> books = [];
        ImmutableArray<CheckedRule>.Builder rules = ImmutableArray.CreateBuilder<CheckedRule>();
        foreach (RulePack pack in packs.Packs.Where(scopes.IsWhole))
        {
            FactSchema schema = schemas.Of(pack);
            ParameterBook book = new ParameterBookReader(schema, scopes, problems).Read(scopes.Of(pack));
            rules.AddRange(new RuleChecker(pack, schema, book, scopes, problems).Check(subjects.GetValueOrDefault));
            books.Add((pack, book));
        }

        CountedRules.Check(rules, problems);
        ParameterScales scales = new(rules);
        SeasonGaps.Check(books, rules, scopes, problems);
        foreach ((RulePack pack, ParameterBook book) in books) LooserValueCheck.Check(pack, book, scales, problems);
        return problems.Finish(problems.HasErrors ? null : new Catalogue(packs, whole, scopes, rules.ToImmutable()));
    }

    private static Dictionary<string, string> SubjectsOf(PackSet packs)
    {
        Dictionary<string, string> subjects = new(StringComparer.Ordinal);
        foreach (RulePack pack in packs.Packs)
        {
            foreach (Rule rule in pack.Rules) subjects.TryAdd($"{pack.Id}/{rule.Id}", rule.Subject);
        }

        return subjects;
    }
}
