using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>How grave a breach of a rule is on a day, and why it is less grave than its wording.</summary>
/// <param name="Severity">How grave.</param>
/// <param name="Reason">Why a mandatory rule gives only a warning; null where it does not.</param>
internal sealed record RuleSeverity(Severity Severity, LocalText? Reason)
{
    private static readonly LocalText Unverified = new("依据未经核实，至多按警告处理", "its source is not verified, so it counts at most as a warning");
    private static readonly LocalText Undated = new("依据没有生效日期，至多按警告处理", "its source is not dated, so it counts at most as a warning");
    private static readonly LocalText PhasedIn = new("尚在过渡期内，至多按警告处理", "it is being phased in, so it counts at most as a warning");

    private static readonly LocalText UnverifiedPart = new("有部分的依据未经核实，至多按警告处理", "the source of a part is not verified, so it counts at most as a warning");

    /// <summary>The severity of a rule on a day.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="asOf">The day.</param>
    public static RuleSeverity Of(CheckedRule rule, DateOnly asOf)
    {
        RuleSeverity own = Of(rule.Rule, rule.Instrument, asOf);
        return own.Severity == Severity.Violation && rule.HasUnverifiedPart ? new RuleSeverity(Severity.Warning, UnverifiedPart) : own;
    }

    private static RuleSeverity Of(Rule rule, Instrument instrument, DateOnly asOf) => rule.Binding switch
    {
        Binding.Principle => new RuleSeverity(Severity.Warning, null),
        Binding.Encouraged => new RuleSeverity(Severity.Advice, null),
        Binding.Target => new RuleSeverity(Severity.Progress, null),
        _ when instrument.Certainty == Certainty.Unverified => new RuleSeverity(Severity.Warning, Unverified),
        _ when rule.Effective.From is null => new RuleSeverity(Severity.Warning, Undated),
        _ when rule.Effective.WarningUntil >= asOf => new RuleSeverity(Severity.Warning, PhasedIn),
        _ => new RuleSeverity(Severity.Violation, null),
    };
}
