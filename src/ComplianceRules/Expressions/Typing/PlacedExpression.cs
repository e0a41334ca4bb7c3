namespace ComplianceRules.Expressions;

/// <summary>A checked expression and where it is written.</summary>
/// <param name="Node">The expression.</param>
/// <param name="At">Where trouble with it is reported.</param>
internal readonly record struct PlacedExpression(TypedExpression Node, Place At)
{
    public ExpressionType Type => Node.Type;
}
