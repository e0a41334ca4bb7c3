using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds rules that came, went, or mean something else.</summary>
/// <param name="pair">The place.</param>
/// <param name="asOf">The only day that counts; null for all.</param>
internal sealed class RuleChanges(StackPair pair, DateOnly? asOf)
{
    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All()
    {
        (Dictionary<string, CheckedRule> before, Dictionary<string, CheckedRule> after) = (pair.Before.RulesOf(pair.Own), pair.After.RulesOf(pair.Own));
        foreach (string id in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            // On one day a rule that is not in force is no rule.
            (CheckedRule? old, CheckedRule? now) = (Counted(before.GetValueOrDefault(id)), Counted(after.GetValueOrDefault(id)));
            foreach (PackChange change in Between(id, old, now)) yield return change;
        }
    }

    private CheckedRule? Counted(CheckedRule? rule) => rule is not null && asOf is { } day && !rule.Rule.Effective.Contains(day) ? null : rule;

    private IEnumerable<PackChange> Between(string id, CheckedRule? before, CheckedRule? after) => (before, after) switch
    {
        (null, { } now) => [Added(id, now)],
        ({ } old, null) => [Removed(id, old)],
        ({ } old, { } now) => Changed(id, old, now),
        _ => [],
    };

    private static PackChange Added(string id, CheckedRule rule)
    {
        LocalText name = ChangeTexts.Rule(id, rule.Rule);
        LocalText replaced = rule.Replaces is { } other ? new LocalText($"，取代 `{other}`", $", in the place of `{other}`") : LocalText.Same(string.Empty);
        LocalText days = ChangeTexts.Days(rule.Rule.Effective.From, rule.Rule.Effective.Until);
        return Change(PackChangeKind.RuleAdded, id, rule, new LocalText($"新增规则 {name.Chinese}{replaced.Chinese}，{days.Chinese}有效", $"the rule {name.English} was added{replaced.English}, in force {days.English}"));
    }

    private static PackChange Removed(string id, CheckedRule rule)
    {
        LocalText name = ChangeTexts.Rule(id, rule.Rule);
        return Change(PackChangeKind.RuleRemoved, id, rule, new LocalText($"取消规则 {name.Chinese}", $"the rule {name.English} was removed"));
    }

    private IEnumerable<PackChange> Changed(string id, CheckedRule before, CheckedRule after) =>
    [
        .. Replacing(id, before, after),
        .. Words(PackChangeKind.Condition, id, after, ("对象", "its subject"), (before.Rule.Subject, after.Rule.Subject)),
        .. new ConditionChanges(pair, id, before, after).All(),
        .. new RuleDetails(id, before, after).All(),
        .. Words(PackChangeKind.Binding, id, after, ("约束力", "its binding"), (PackWords.Of(before.Rule.Binding), PackWords.Of(after.Rule.Binding))),
        .. Words(PackChangeKind.Binding, id, after, ("政策领域", "its area"), (before.Rule.Area, after.Rule.Area)),
        .. Days(id, before, after),
        .. Source(id, before, after),
        .. Titled(id, before, after),
    ];

    private static IEnumerable<PackChange> Replacing(string id, CheckedRule before, CheckedRule after)
    {
        if (before.Replaces == after.Replaces) return [];
        LocalText name = ChangeTexts.Rule(id, after.Rule);
        LocalText text = after.Replaces is { } other
            ? new LocalText($"{name.Chinese}取代 `{other}`", $"{name.English} takes the place of `{other}`")
            : new LocalText($"{name.Chinese}不再取代 `{before.Replaces}`", $"{name.English} takes the place of `{before.Replaces}` no longer");
        return [Change(PackChangeKind.RuleReplaces, id, after, text) with { Before = before.Replaces, After = after.Replaces }];
    }

    private static IEnumerable<PackChange> Words(PackChangeKind kind, string id, CheckedRule rule, (string Chinese, string English) what, (string Before, string After) texts)
    {
        if (texts.Before == texts.After) return [];
        LocalText name = ChangeTexts.Rule(id, rule.Rule);
        LocalText text = new($"{name.Chinese}的{what.Chinese}由 {texts.Before} 改为 {texts.After}", $"{name.English}: {what.English} is {texts.After} instead of {texts.Before}");
        return [Change(kind, id, rule, text) with { Before = texts.Before, After = texts.After }];
    }

    private static IEnumerable<PackChange> Days(string id, CheckedRule before, CheckedRule after)
    {
        if (before.Rule.Effective == after.Rule.Effective) return [];
        LocalText name = ChangeTexts.Rule(id, after.Rule);
        (LocalText old, LocalText now) = (Effective(before.Rule.Effective), Effective(after.Rule.Effective));
        LocalText text = new($"{name.Chinese}的有效期由“{old.Chinese}”改为“{now.Chinese}”", $"{name.English} is in force {now.English} instead of {old.English}");
        return [Change(PackChangeKind.Days, id, after, text) with { Before = old.English, After = now.English }];
    }

    private static LocalText Effective(EffectivePeriod period)
    {
        LocalText days = ChangeTexts.Days(period.From, period.Until);
        return period.WarningUntil is { } last ? ChangeTexts.Of(days, $"（{ChangeTexts.Day(last)} 及以前至多警示）", $" (at most a warning until {ChangeTexts.Day(last)})") : days;
    }

    private IEnumerable<PackChange> Source(string id, CheckedRule before, CheckedRule after)
    {
        (LawReference? was, LawReference? has) = (pair.Before.LawOf(before.Pack, before.Rule.Source, before.Rule.Relaxes), pair.After.LawOf(after.Pack, after.Rule.Source, after.Rule.Relaxes));
        if (LawReference.AreSame(was, has)) return [];
        (LocalText name, LocalText old, LocalText now) = (ChangeTexts.Rule(id, after.Rule), LawReference.TextOf(was), LawReference.TextOf(has));
        LocalText text = new($"{name.Chinese}的依据由 {old.Chinese} 改为 {now.Chinese}", $"{name.English} stands on {now.English} instead of {old.English}");
        return [Change(PackChangeKind.Source, id, after, text) with { Before = old.English, After = now.English }];
    }

    private static IEnumerable<PackChange> Titled(string id, CheckedRule before, CheckedRule after)
    {
        bool isSame = before.Rule.Title == after.Rule.Title && before.Rule.Message == after.Rule.Message && before.Rule.Remedy == after.Rule.Remedy
            && before.Form.Items.Select(i => i.Title).SequenceEqual(after.Form.Items.Select(i => i.Title)) && before.Form.Bands.Select(b => b.Title).SequenceEqual(after.Form.Bands.Select(b => b.Title));
        return isSame ? [] : [Change(PackChangeKind.Texts, id, after, new LocalText($"`{id}` 的文字", $"the texts of `{id}`"))];
    }

    private static PackChange Change(PackChangeKind kind, string id, CheckedRule rule, LocalText text) => new(kind, rule.Pack.Id, id, text);
}
