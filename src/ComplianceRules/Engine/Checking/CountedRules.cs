using ComplianceRules.Diagnostics;

namespace ComplianceRules.Engine;

/// <summary>No rule may wait for its own verdict: a rule that counts verdicts must lead to rules that count none.</summary>
internal static class CountedRules
{
    /// <summary>Reports every rule that counts itself, over any number of steps.</summary>
    /// <param name="rules">All rules that are right in themselves.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(CheckedRules rules, DiagnosticBag problems)
    {
        foreach (CheckedRule rule in rules.All.Where(r => !r.Form.CountedRules.IsEmpty))
        {
            if (WayBack(rule, rules.Families) is { } way) problems.Report(DiagnosticCodes.RuleCountsItself, rule.Rule.Place, rule.Rule.Id, string.Join(" -> ", way.Select(w => $"`{w}`")));
        }
    }

    // The rules on a shortest way from a rule to itself; null where there is none.
    private static List<string>? WayBack(CheckedRule rule, RuleFamilies families)
    {
        Dictionary<CheckedRule, CheckedRule> before = new(ReferenceEqualityComparer.Instance);
        Queue<CheckedRule> waiting = new([rule]);
        while (waiting.TryDequeue(out CheckedRule? at))
        {
            foreach (CheckedRule counted in at.Form.CountedRules.SelectMany(c => families.Of(c)))
            {
                if (!before.TryAdd(counted, at)) continue;
                if (counted == rule) return Way(rule, before);
                waiting.Enqueue(counted);
            }
        }

        return null;
    }

    private static List<string> Way(CheckedRule rule, Dictionary<CheckedRule, CheckedRule> before)
    {
        List<string> way = [rule.FullId];
        CheckedRule at = rule;
        do
        {
            at = before[at];
            way.Insert(0, at.FullId);
        }
        while (at != rule);
        return way;
    }
}
