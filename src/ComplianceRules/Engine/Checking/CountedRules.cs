using ComplianceRules.Diagnostics;

namespace ComplianceRules.Engine;

/// <summary>No rule may wait for its own verdict: a share that counts a rule's verdicts must lead to a rule that counts none.</summary>
internal static class CountedRules
{
    /// <summary>Reports every rule that counts itself, over any number of steps.</summary>
    /// <param name="rules">All rules that are right in themselves.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(IReadOnlyCollection<CheckedRule> rules, DiagnosticBag problems)
    {
        Dictionary<string, CheckedRule> byId = rules.ToDictionary(r => r.FullId, StringComparer.Ordinal);
        foreach (CheckedRule rule in rules)
        {
            List<string> way = [rule.FullId];
            for (string? next = rule.Form.CountedRule; next is not null && byId.TryGetValue(next, out CheckedRule? at) && way.Count <= rules.Count; next = at.Form.CountedRule)
            {
                way.Add(next);
                if (next != rule.FullId) continue;
                problems.Report(DiagnosticCodes.RuleCountsItself, rule.Rule.Place, rule.Rule.Id, string.Join(" -> ", way.Select(w => $"`{w}`")));
                break;
            }
        }
    }
}
