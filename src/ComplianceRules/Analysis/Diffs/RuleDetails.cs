using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Analysis;

/// <summary>Finds what rules mean otherwise though the text of their conditions is the same.</summary>
/// <param name="id">The rule's full id.</param>
/// <param name="before">The rule as it was.</param>
/// <param name="after">The rule as it is.</param>
internal sealed class RuleDetails(string id, CheckedRule before, CheckedRule after)
{
    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All() =>
    [
        .. Between(("种类", "its kind is"), before.Rule.Kind, after.Rule.Kind),
        .. Between(("选择季节的日期", "the season of its parameters is chosen by"), before.Rule.SeasonOf?.Text ?? "as_of", after.Rule.SeasonOf?.Text ?? "as_of"),
        .. Between(("各项", "its items are"), Items(before), Items(after)),
        .. Between(("各部分", "its parts are"), Parts(before), Parts(after)),
    ];

    private IEnumerable<PackChange> Between((string Chinese, string English) what, string was, string has)
    {
        if (was == has) return [];
        LocalText name = ChangeTexts.Rule(id, after.Rule);
        LocalText text = new($"{name.Chinese}：{what.Chinese}由 {Shown(was, ChangeTexts.None.Chinese!)} 改为 {Shown(has, ChangeTexts.None.Chinese!)}", $"{name.English}: {what.English} {Shown(has, "none")} instead of {Shown(was, "none")}");
        return [new PackChange(PackChangeKind.Condition, after.Pack.Id, id, text) { Before = was, After = has }];
    }

    private static string Items(CheckedRule rule) => string.Join(", ", rule.Form.Items.Select(i => i.Id));

    private static string Parts(CheckedRule rule) => string.Join("; ", rule.Form.Composed.Select(p => $"{(p.IsVeto ? "veto " : string.Empty)}{p.Id}: {string.Join(", ", p.Rules)}"));

    private static string Shown(string text, string none) => text.Length == 0 ? none : text;
}
