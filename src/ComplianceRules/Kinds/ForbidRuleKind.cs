using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A condition that must not hold.</summary>
internal sealed class ForbidRuleKind : IRuleKind
{
    private static readonly LocalText Sentence = new("{title}：存在被禁止的情形（{facts}）", "{title}: what is forbidden was found ({facts})");

    public string Name => "forbid";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies) =>
        rule.Checker.Condition(rule.Body) is { } condition ? new JudgedForm(applies, new NotExpression(condition)) { Breach = Sentence } : null;
}
