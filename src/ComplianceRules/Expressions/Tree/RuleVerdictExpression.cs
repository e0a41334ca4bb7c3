namespace ComplianceRules.Expressions;

/// <summary>Whether another rule found the row compliant: unknown where that rule could not decide.</summary>
public sealed record RuleVerdictExpression : TypedExpression
{
    internal RuleVerdictExpression(string rule)
        : base(ExpressionType.Bool)
    {
        Rule = rule;
    }

    /// <summary>The other rule's full id.</summary>
    public string Rule { get; }
}
