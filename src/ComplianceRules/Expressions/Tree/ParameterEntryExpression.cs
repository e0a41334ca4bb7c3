namespace ComplianceRules.Expressions;

/// <summary>Whether a keyed parameter has an entry for the row, in whatever season: false where it has none, unknown where the key is.</summary>
public sealed record ParameterEntryExpression : TypedExpression
{
    internal ParameterEntryExpression(string name, TypedExpression key)
        : base(ExpressionType.Bool)
    {
        Name = name;
        Key = key;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The key.</summary>
    public TypedExpression Key { get; }
}
