using System.Collections.Concurrent;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Conditions that rules of one schema share: a thousand counties say of the same classes when a rule applies, mostly in the same words.</summary>
/// <remarks>May be shared between threads. Kept is only what means the same in every pack and about which there is nothing to say.</remarks>
internal sealed class KnownConditions
{
    private readonly ConcurrentDictionary<(string Subject, string Text), TypedExpression> _known = new();

    /// <summary>A condition on rows of the rule's subject; null where trouble has been reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="written">The condition as written.</param>
    public TypedExpression? Of(KindContext rule, JsonNode written)
    {
        if (written.Kind == JsonKind.Text && _known.TryGetValue((rule.Rule.Subject, written.Text), out TypedExpression? known)) return known;
        int before = rule.Problems.Count;
        TypedExpression? read = rule.Checker.Condition(written);
        if (read is null || rule.Problems.Count > before || ExpressionWalker.SelfAndDescendants(read).Any(n => n is ParameterExpression or ParameterEntryExpression)) return read;
        return _known.GetOrAdd((rule.Rule.Subject, written.Text), read);
    }
}
