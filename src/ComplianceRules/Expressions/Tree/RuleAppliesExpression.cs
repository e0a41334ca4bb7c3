namespace ComplianceRules.Expressions;

/// <summary>Whether another rule is in the row's stack, in force and applies to the row.</summary>
public sealed record RuleAppliesExpression : TypedExpression
{
    internal RuleAppliesExpression(string rule)
        : base(ExpressionType.Bool)
    {
        Rule = rule;
    }

    /// <summary>The other rule's full id.</summary>
    public string Rule { get; }
}
