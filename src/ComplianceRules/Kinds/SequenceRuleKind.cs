using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Steps that must come in their order, with days in between.</summary>
internal sealed class SequenceRuleKind : IRuleKind
{
    // What a step asks grows with the steps before it that may be left out.
    private const int MostSteps = 32;

    private static readonly LocalText Broken = new("{title}：{count}个步骤中{held}个符合要求{items}", "{title}: {held} of {count} steps are in order{items}");

    public string Name => "sequence";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        ObjectReader body = new(rule.Body, rule.Problems);
        ImmutableArray<NamedPart> parts = NamedParts.Read(rule, body, "steps", MostSteps);
        body.Done();
        if (parts.IsEmpty) return null;
        Dictionary<string, SequenceStep?> steps = new(StringComparer.Ordinal);
        List<JudgedItem> items = [];
        foreach (NamedPart part in parts)
        {
            SequenceStep? step = new StepReader(rule, part, steps).Read();
            steps.TryAdd(part.Id, step);
            if (step is not null) items.Add(new StepLowering(rule.Checker, step).Item());
        }

        if (items.Count < parts.Length) return null;
        return new JudgedForm(applies, KindContext.All(items.Select(i => i.Holds))) { Items = [.. items], ItemsNeeded = items.Count, Breach = Broken, Kept = Broken };
    }
}
