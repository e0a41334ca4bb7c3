using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Analysis;

/// <summary>Finds what rules mean otherwise though the text of their conditions is the same.</summary>
/// <param name="id">The rule's full id.</param>
/// <param name="before">The rule as it was.</param>
/// <param name="after">The rule as it is.</param>
internal sealed class RuleDetails(string id, CheckedRule before, CheckedRule after)
{
    private const int MostNamed = 5;

    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All() =>
    [
        .. Between(("种类", "its kind is"), before.Rule.Kind, after.Rule.Kind),
        .. Between(("选择季节的日期", "the season of its parameters is chosen by"), before.Rule.SeasonOf?.Text ?? "as_of", after.Rule.SeasonOf?.Text ?? "as_of"),
        .. Between(("各项", "its items are"), Items(before), Items(after)),
        .. BetweenParts(),
    ];

    private IEnumerable<PackChange> Between((string Chinese, string English) what, string was, string has)
    {
        if (was == has) return [];
        LocalText name = ChangeTexts.Rule(id, after.Rule);
        LocalText text = new($"{name.Chinese}：{what.Chinese}由 {Shown(was, ChangeTexts.None.Chinese!)} 改为 {Shown(has, ChangeTexts.None.Chinese!)}", $"{name.English}: {what.English} {Shown(has, "none")} instead of {Shown(was, "none")}");
        return [new PackChange(PackChangeKind.Condition, after.Pack.Id, id, text) { Before = was, After = has }];
    }

    // A rule that joins an area of a whole nation joins a list of hundreds: what joined and what left is told, the lists stand beside it.
    private IEnumerable<PackChange> BetweenParts()
    {
        (string was, string has) = (Parts(before), Parts(after));
        string[] joined = [.. Members(after).Except(Members(before), StringComparer.Ordinal)];
        string[] left = [.. Members(before).Except(Members(after), StringComparer.Ordinal)];
        if (joined.Length + left.Length == 0) return Between(("各部分", "its parts are"), was, has);
        LocalText name = ChangeTexts.Rule(id, after.Rule);
        string[] chinese = [.. new[] { Told("增加 {0} 条（{1}）", joined), Told("减少 {0} 条（{1}）", left) }.OfType<string>()];
        string[] english = [.. new[] { Told("{0} more ({1})", joined), Told("{0} fewer ({1})", left) }.OfType<string>()];
        LocalText text = new($"{name.Chinese}：各部分所含规则{string.Join("，", chinese)}", $"{name.English}: rules in its parts: {string.Join(", ", english)}");
        return [new PackChange(PackChangeKind.Condition, after.Pack.Id, id, text) { Before = was, After = has }];
    }

    private static string? Told(string text, string[] rules) => rules.Length == 0 ? null : string.Format(
        CultureInfo.InvariantCulture, text, rules.Length, string.Join(", ", rules.Take(MostNamed).Select(r => $"`{r}`")) + (rules.Length > MostNamed ? ", …" : string.Empty));

    private static IEnumerable<string> Members(CheckedRule rule) => rule.Form.Composed.SelectMany(p => p.Rules);

    private static string Items(CheckedRule rule) => string.Join(", ", rule.Form.Items.Select(i => i.Id));

    private static string Parts(CheckedRule rule) => string.Join("; ", rule.Form.Composed.Select(p => $"{(p.IsVeto ? "veto " : string.Empty)}{p.Id}: {string.Join(", ", p.Rules)}"));

    private static string Shown(string text, string none) => text.Length == 0 ? none : text;
}
