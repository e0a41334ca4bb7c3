using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks what the rules of one pack take the place of: the rule is there, may be replaced, and speaks of the same.</summary>
/// <param name="pack">The pack.</param>
/// <param name="scopes">What each pack may speak of.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class OverrideCheck(RulePack pack, PackScopes scopes, DiagnosticBag problems)
{
    private readonly OverriddenRules _rules = new(scopes);

    /// <summary>Checks every rule that takes the place of another.</summary>
    public void Check()
    {
        foreach (Rule rule in pack.Rules)
        {
            if (rule.Overrides is { } named) Check(rule, named);
            else if (rule.Relaxes is { } alone) problems.Report(DiagnosticCodes.NothingToRelax, alone.Source.Place, rule.Id);
        }

        CheckDays();
    }

    private void Check(Rule rule, RuleReference named)
    {
        if (_rules.Find(pack, named) is not { } outer)
        {
            IEnumerable<string> known = scopes.Of(pack).Where(p => p != pack).SelectMany(p => p.Rules).Select(r => r.Id);
            problems.Add(new Diagnostic(DiagnosticCodes.UnknownOverridden, named.Place, rule.Id, named.Id) { DidYouMean = NearestName.Of(named.Id, known) });
            return;
        }

        if (!scopes.Extends(pack, outer.Pack)) problems.Report(DiagnosticCodes.OverridesWithoutExtends, named.Place, pack.Id, outer.Rule.Id, outer.Pack.Id);
        if (rule.Subject != outer.Rule.Subject)
            problems.Report(DiagnosticCodes.OverridesOther, rule.SubjectNode.Span, rule.Id, "subject", rule.Subject, outer.Rule.Subject, outer.Rule.Place.ToString());
        if (rule.Area != outer.Rule.Area)
            problems.Report(DiagnosticCodes.OverridesOther, rule.Place, rule.Id, "area", rule.Area, outer.Rule.Area, outer.Rule.Place.ToString());
    }

    // Of two rules of one pack that take the same place on the same day, none is further in.
    private void CheckDays()
    {
        foreach (IGrouping<string?, Rule> place in pack.Rules.Where(r => r.Overrides is not null).GroupBy(r => _rules.RootOf(pack, r), StringComparer.Ordinal).Where(g => g.Key is not null))
        {
            Rule[] rules = [.. place];
            for (int second = 1; second < rules.Length; second++)
            {
                if (rules.Take(second).FirstOrDefault(first => first.Effective.Meets(rules[second].Effective)) is { } first)
                    problems.Report(DiagnosticCodes.OverriddenTwice, rules[second].Overrides!.Place, place.Key!, first.Id, first.Place.ToString());
            }
        }
    }
}
