using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Analysis;

/// <summary>Finds what a rule concerns, measures and demands otherwise than before.</summary>
/// <param name="pair">The place.</param>
/// <param name="id">The rule's full id.</param>
/// <param name="before">The rule as it was.</param>
/// <param name="after">The rule as it is.</param>
internal sealed class ConditionChanges(StackPair pair, string id, CheckedRule before, CheckedRule after)
{
    private readonly LocalText _name = ChangeTexts.Rule(id, after.Rule);

    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All() => [.. Applies(), .. Demands(), .. Bands()];

    private IEnumerable<PackChange> Applies()
    {
        (string old, string now) = (pair.Before.TextOf(before, before.Form.Applies), pair.After.TextOf(after, after.Form.Applies));
        if (old == now) return [];
        (TypedExpression was, TypedExpression has) = Differing();
        ConditionBox? box = ConditionBox.Of(was, has);
        if (box?.AreSame() == true) return [];
        ImmutableArray<BoxDifference> differences = box?.Differences() ?? [];
        if (differences.IsEmpty) return [Change(PackChangeKind.Applies, new LocalText($"适用条件由 `{old}` 改为 `{now}`", $"it applies where `{now}` instead of where `{old}`"), old, now)];
        return differences.SelectMany(d => d.Sentences()).Select(text => Change(PackChangeKind.Applies, text, old, now));
    }

    // What both sides ask alike decides nothing between them.
    private (TypedExpression Before, TypedExpression After) Differing()
    {
        (string Text, TypedExpression Part)[] old = [.. Conjuncts.Of(before.Form.Applies).Select(p => (pair.Before.TextOf(before, p), p))];
        (string Text, TypedExpression Part)[] now = [.. Conjuncts.Of(after.Form.Applies).Select(p => (pair.After.TextOf(after, p), p))];
        HashSet<string> both = [.. old.Select(p => p.Text).Intersect(now.Select(p => p.Text), StringComparer.Ordinal)];
        return (Joined(old), Joined(now));

        TypedExpression Joined((string Text, TypedExpression Part)[] parts) => parts.Where(p => !both.Contains(p.Text)).Select(p => p.Part)
            .Aggregate((TypedExpression)new LiteralExpression(ExpressionType.Bool, Value.True), (all, part) => new LogicExpression(true, all, part));
    }

    private List<PackChange> Demands()
    {
        (string old, string now) = (pair.Before.TextOf(before, before.Form.Holds), pair.After.TextOf(after, after.Form.Holds));
        if (old == now && before.Form.ItemsNeeded == after.Form.ItemsNeeded) return [];
        if (Limits() is { Count: > 0 } limits) return limits;
        return [Change(PackChangeKind.Condition, new LocalText($"要求由 `{old}` 改为 `{now}`", $"it demands `{now}` instead of `{old}`"), old, now)];
    }

    // One measure held by the same sorts of limits: only the limits are told.
    private List<PackChange>? Limits()
    {
        if (before.Form.Observed is not { } old || after.Form.Observed is not { } now || !before.Form.Items.IsEmpty || !after.Form.Items.IsEmpty) return null;
        if (pair.Before.TextOf(before, old) != pair.After.TextOf(after, now) || !before.Form.Bounds.Select(b => b.Kind).SequenceEqual(after.Form.Bounds.Select(b => b.Kind))) return null;
        List<PackChange> changes = [];
        foreach ((Bound was, Bound has) in before.Form.Bounds.Zip(after.Form.Bounds))
        {
            (string from, string to) = (TextOf(pair.Before, before, was), TextOf(pair.After, after, has));
            if (from != to) changes.Add(Change(PackChangeKind.Condition, new LocalText($"限值（{WordOf(was.Kind)}）由 {from} 改为 {to}", $"limit ({WordOf(was.Kind)}) {from} -> {to}"), from, to));
        }

        return changes;
    }

    private static string TextOf(StackSide side, CheckedRule rule, Bound bound)
    {
        string unit = rule.Form.Observed!.Type.Unit is { } known && bound.Value is LiteralExpression ? $" {known.Text}" : string.Empty;
        string tolerance = bound.Tolerance is { } room ? $" ± {side.TextOf(rule, room)}" : string.Empty;
        return $"{side.TextOf(rule, bound.Value)}{tolerance}{unit}";
    }

    private IEnumerable<PackChange> Bands()
    {
        (string old, string now) = (TextOf(pair.Before, before), TextOf(pair.After, after));
        return old == now ? [] : [Change(PackChangeKind.Condition, new LocalText($"分档由 {old} 改为 {now}", $"its bands are {now} instead of {old}"), old, now)];
    }

    private static string TextOf(StackSide side, CheckedRule rule) => string.Join(", ", rule.Form.Bands.Select(b => $"{b.Id} >= {side.TextOf(rule, b.From)}"));

    private static string WordOf(BoundKind kind) => kind switch
    {
        BoundKind.Min => "min",
        BoundKind.Max => "max",
        BoundKind.Above => "above",
        BoundKind.Below => "below",
        BoundKind.Includes => "includes",
        BoundKind.Within => "within",
        _ => "equals",
    };

    private PackChange Change(PackChangeKind kind, LocalText text, string was, string has) =>
        new(kind, after.Pack.Id, id, new LocalText($"{_name.Chinese}：{text.Chinese}", $"{_name.English}: {text.English}")) { Before = was, After = has };
}
