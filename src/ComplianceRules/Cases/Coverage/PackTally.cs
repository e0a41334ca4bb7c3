using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Gathers what the cases of one pack show of its rules, and of the values that it gives to rules further out.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class PackTally
{
    private readonly Catalogue _catalogue;
    private readonly RulePack _pack;
    private readonly List<RuleTally> _rules;

    /// <summary>Finds what is to be shown.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="pack">The pack.</param>
    public PackTally(Catalogue catalogue, RulePack pack)
    {
        (_catalogue, _pack) = (catalogue, pack);
        ParameterBook book = catalogue.BookOf(pack);
        ILookup<string, CheckedRule> own = catalogue.Rules.Where(r => r.Pack == pack).ToLookup(r => r.Rule.Id, StringComparer.Ordinal);
        _rules = [.. pack.Rules.SelectMany(r => own[r.Id]).Select(r => OwnRule(r, book)), .. FurtherOut(book)];
    }

    /// <summary>Takes note of a case of the pack.</summary>
    /// <param name="case">The case.</param>
    /// <param name="judged">What became of it.</param>
    public void Add(PackCase @case, JudgedCase judged)
    {
        foreach (RuleTally rule in _rules.Where(r => r.Rule.Rule.Effective.Contains(@case.AsOf) && judged.Stack.Judges(r.Rule)))
            rule.Add(@case, judged, new ParameterSources(judged.Stack, rule.Rule.Pack.Id, _catalogue.Scopes));
    }

    /// <summary>What has been shown and what not.</summary>
    public IEnumerable<RuleCoverage> Coverage() => _rules.Select(r => r.Coverage(_pack.Id));

    private RuleTally OwnRule(CheckedRule rule, ParameterBook book) =>
        new(rule, BoundaryFinder.Of(rule, _catalogue.Schema, new MeasuredValues(_pack, book, rule)), new PossibleVerdicts(rule.Form, book).All(), rule.Rule.Place);

    // A wrong number in a pack that only gives values would otherwise be nobody's to find.
    private IEnumerable<RuleTally> FurtherOut(ParameterBook book)
    {
        Dictionary<string, SourceSpan> given = _pack.Parameters.Where(p => !p.IsIntroduced).ToDictionary(p => p.Name, p => p.Place, StringComparer.Ordinal);
        if (given.Count == 0) yield break;
        foreach (CheckedRule rule in Standing())
        {
            MeasuredValues values = new(_pack, book, rule);
            if (rule.Form.Parts.OfType<Expressions.ParameterExpression>().FirstOrDefault(p => given.ContainsKey(p.Name) && values.Of(p).Any()) is not { } read) continue;
            RuleBoundaries all = BoundaryFinder.Of(rule, _catalogue.Schema, values);
            yield return new RuleTally(rule, all with { All = [.. all.All.Where(b => b.Entry is not null)] }, [], given[read.Name]);
        }
    }

    // Of rules that take each other's place the one furthest in.
    private IEnumerable<CheckedRule> Standing()
    {
        List<RulePack> scope = [.. _catalogue.Scopes.Of(_pack)];
        return _catalogue.Rules.Where(r => scope.Contains(r.Pack)).GroupBy(r => r.Id, StringComparer.Ordinal)
            .Select(family => family.MaxBy(r => scope.IndexOf(r.Pack))!).Where(r => r.Pack != _pack);
    }
}
