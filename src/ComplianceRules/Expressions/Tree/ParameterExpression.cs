namespace ComplianceRules.Expressions;

/// <summary>The value of a parameter in force for the subject row.</summary>
public sealed record ParameterExpression : TypedExpression
{
    internal ParameterExpression(ExpressionType type, string name, TypedExpression? key, FieldExpression? seasonOf = null)
        : base(type)
    {
        Name = name;
        Key = key;
        SeasonOf = seasonOf;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>The key of a keyed parameter: a literal, or the field it goes by; null where it is not keyed.</summary>
    public TypedExpression? Key { get; }

    /// <summary>The date that chooses the season of the value; null where the day of assessment does.</summary>
    public FieldExpression? SeasonOf { get; }
}
