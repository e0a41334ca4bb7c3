namespace ComplianceRules.Expressions;

/// <summary>The item at hand of a list of values.</summary>
public sealed record VariableExpression : TypedExpression
{
    internal VariableExpression(MacroVariable variable)
        : this(variable.Type!, variable)
    {
    }

    internal VariableExpression(ExpressionType type, MacroVariable variable)
        : base(type) => Variable = variable;

    /// <summary>The macro's variable.</summary>
    public MacroVariable Variable { get; }
}
