using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>The short way for a rule that asks all that another asks, word for word, and more: what breaks the one breaks the other, whatever its parts mean.</summary>
internal static class AddedConditions
{
    /// <summary>Whether an inner rule applies wherever the outer one does, and asks everything that it asks.</summary>
    /// <param name="outer">The rule further out.</param>
    /// <param name="outside">What names mean to it.</param>
    /// <param name="inner">The rule further in.</param>
    /// <param name="inside">What names mean to that one.</param>
    /// <returns>False does not say that the inner rule is looser.</returns>
    public static bool Explain(ComparedRule outer, ReadingScope outside, ComparedRule inner, ReadingScope inside)
    {
        if (inner.BindsLessThan(outer) || !outer.Form.CountedRules.IsEmpty || !inner.Form.CountedRules.IsEmpty) return false;
        if (!Equals(outer.SeasonOf, inner.SeasonOf) || outer.Part != inner.Part) return false;
        // Of a frequency the text does not tell the day from which periods count.
        if (outer.Form.Parts.Concat(inner.Form.Parts).Any(p => p is FrequencyExpression)) return false;
        return Conjuncts(inner.Form.Applies, inside).IsSubsetOf(Conjuncts(outer.Form.Applies, outside))
            && Conjuncts(outer.Form.Holds, outside).IsSubsetOf(Conjuncts(inner.Form.Holds, inside));
    }

    private static HashSet<string> Conjuncts(TypedExpression condition, ReadingScope scope)
    {
        HashSet<string> texts = new(StringComparer.Ordinal);
        Stack<TypedExpression> waiting = new([condition]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is LogicExpression { IsAnd: true } and)
            {
                waiting.Push(and.Left);
                waiting.Push(and.Right);
            }
            else if (next is not LiteralExpression { Value: BoolValue { Truth: true } })
            {
                texts.Add(Text(next, scope));
            }
        }

        return texts;
    }

    // The values in force are part of what is asked.
    private static string Text(TypedExpression condition, ReadingScope scope)
    {
        IEnumerable<string> names = ExpressionWalker.SelfAndDescendants(condition).Select(NameOf).OfType<string>();
        return string.Join('\n', names.Distinct(StringComparer.Ordinal).SelectMany(scope.Parameters.Texts).Prepend(scope.Text(condition)));
    }

    private static string? NameOf(TypedExpression expression) => expression switch
    {
        ParameterExpression e => e.Name,
        ParameterEntryExpression e => e.Name,
        _ => null,
    };
}
