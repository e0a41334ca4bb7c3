namespace ComplianceRules.Expressions;

/// <summary>The conditions of which all have to hold.</summary>
internal static class Conjuncts
{
    /// <summary>The conditions that a condition joins, from left to right; itself where it joins none.</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<TypedExpression> Of(TypedExpression condition)
    {
        Stack<TypedExpression> waiting = new([condition]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is LogicExpression { IsAnd: true } both)
            {
                waiting.Push(both.Right);
                waiting.Push(both.Left);
            }
            else
            {
                yield return next;
            }
        }
    }
}
