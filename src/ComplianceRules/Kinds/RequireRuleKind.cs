using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A condition that must hold.</summary>
internal sealed class RequireRuleKind : IRuleKind
{
    private static readonly LocalText Sentence = new("{title}：未达到要求（{facts}）", "{title}: the requirement is not met ({facts})");

    public string Name => "require";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies) =>
        rule.Checker.Condition(rule.Body) is { } condition ? new JudgedForm(applies, condition) { Breach = Sentence } : null;
}
