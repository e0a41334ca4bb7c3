using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>The verdict of a composed rule from the verdicts of its parts, as the format tells it: read with waived parts as kept, then as broken.</summary>
/// <param name="rules">All rules in force.</param>
/// <param name="judge">What the parts say.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="snapshot">The facts.</param>
internal sealed class ComposedOracle(IEnumerable<CheckedRule> rules, RuleJudge judge, RowStacks stacks, Snapshot snapshot)
{
    /// <summary>The first row with another verdict; null where there is none, or where the rule has conditions of its own or is waived itself.</summary>
    public string? Fault(CheckedRule rule)
    {
        if (rule.Form.Composed.IsEmpty || rule.Rule.When is not null || !rule.Rule.AppliesTo.IsEmpty) return null;
        FactTable table = snapshot.Table(rule.Rule.Subject);
        RuleBits bits = judge.Judge(rule);
        for (int row = 0; row < table.Count; row++)
        {
            if (!bits.InStack(row)) continue;
            Verdict[] parts = [.. rule.Form.Composed.SelectMany(p => p.Rules.SelectMany(id => Verdicts(id, p, table, row)))];
            Verdict lenient = Worst(parts.Select(v => v == Verdict.Waived ? Verdict.Compliant : v));
            Verdict strict = Worst(parts.Select(v => v == Verdict.Waived ? Verdict.NonCompliant : v));
            Verdict expected = lenient == Verdict.Compliant && strict == Verdict.NonCompliant ? Verdict.Waived : lenient;
            bool isExcused = expected == Verdict.NonCompliant && bits.Verdict(row) == Verdict.Waived && judge.WaiverOf(rule, row) is not null;
            if (expected != bits.Verdict(row) && !isExcused) return $"row {row}: {bits.Verdict(row)}, and {expected} of {string.Join(", ", parts)}";
        }

        return null;
    }

    private IEnumerable<Verdict> Verdicts(string id, ComposedPart part, FactTable table, int row)
    {
        CheckedRule[] family = [.. rules.Where(r => r.Id == id)];
        if (family.Length == 0) yield break;
        FactTable own = snapshot.Table(family[0].Rule.Subject);
        if (own == table && Of(family, part, own, row) is { } same) yield return same;
        if (snapshot.Schema.Lists(table.Schema.Name).FirstOrDefault(t => t.Name == own.Schema.Name) is not { } list) yield break;
        if (table.List(list.Children)?.IsReported(row) != true)
        {
            // Rows below a school have its stack; those below a region may have others.
            if (family.Any(r => Counts(r, part) && (table.Schema.Name == BaseTables.Region || stacks.Of(table, row)?.Judges(r) == true))) yield return Verdict.Undetermined;
            yield break;
        }

        (int start, int end) = table.List(list.Children)!.Rows(row);
        for (int at = start; at < end; at++)
        {
            if (Of(family, part, own, at) is { } below) yield return below;
        }
    }

    private Verdict? Of(CheckedRule[] family, ComposedPart part, FactTable table, int row) =>
        stacks.Of(table, row) is { } stack && family.FirstOrDefault(stack.Judges) is { } rule && Counts(rule, part) ? judge.Judge(rule).Verdict(row) : null;

    private static bool Counts(CheckedRule rule, ComposedPart part) => rule.Form.Composed.IsEmpty && (part.IsVeto || rule.Rule.Binding == Binding.Mandatory);

    private static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        Verdict[] all = [.. verdicts];
        Verdict[] order = [Verdict.NonCompliant, Verdict.Undetermined, Verdict.Compliant];
        return order.Where(all.Contains).DefaultIfEmpty(Verdict.NotApplicable).First();
    }
}
