using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A value that must keep one or two limits.</summary>
internal sealed class LimitRuleKind : IRuleKind
{
    public string Name => "limit";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        if (LimitReader.Read(rule) is not { } limit) return null;
        JudgedMeasure first = limit.Measures[0];
        return new JudgedForm(applies, limit.Holds) { Observed = first.Observed, Bounds = [.. limit.Measures.Select(m => m.Bound)], Measure = first.Measure };
    }
}
