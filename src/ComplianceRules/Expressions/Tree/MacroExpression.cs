namespace ComplianceRules.Expressions;

/// <summary>An expression tried on each item of a list, which goes by a variable; unknown where the list is, or where what is unknown could matter.</summary>
public sealed record MacroExpression : TypedExpression
{
    internal MacroExpression(ExpressionType type, MacroKind kind, TypedExpression list, MacroVariable variable, TypedExpression body)
        : base(type)
    {
        Kind = kind;
        List = list;
        Variable = variable;
        Body = body;
    }

    /// <summary>What is made of the list.</summary>
    public MacroKind Kind { get; }

    /// <summary>The list.</summary>
    public TypedExpression List { get; }

    /// <summary>What an item goes by in the body.</summary>
    public MacroVariable Variable { get; }

    /// <summary>What is tried on each item.</summary>
    public TypedExpression Body { get; }
}
