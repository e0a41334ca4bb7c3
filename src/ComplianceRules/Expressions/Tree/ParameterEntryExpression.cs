namespace ComplianceRules.Expressions;

/// <summary>Whether a keyed parameter has an entry for the row: false where it has none, unknown where the key is.</summary>
public sealed record ParameterEntryExpression : TypedExpression
{
    internal ParameterEntryExpression(string name, TypedExpression key, FieldExpression? seasonOf = null)
        : base(ExpressionType.Bool)
    {
        Name = name;
        Key = key;
        SeasonOf = seasonOf;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The key.</summary>
    public TypedExpression Key { get; }

    /// <summary>The date that chooses the season of the value; null where the day of assessment does.</summary>
    public FieldExpression? SeasonOf { get; }
}
