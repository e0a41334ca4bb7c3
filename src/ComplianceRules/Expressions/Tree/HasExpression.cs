using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Whether a fact is known, or a list of child rows was reported; never unknown.</summary>
public sealed record HasExpression : TypedExpression
{
    internal HasExpression(RowPath row, FieldSchema? field, string? list)
        : base(ExpressionType.Bool)
    {
        Row = row;
        Field = field;
        List = list;
    }

    /// <summary>Which row.</summary>
    public RowPath Row { get; }

    /// <summary>Which fact; null where a list is asked for.</summary>
    public FieldSchema? Field { get; }

    /// <summary>Which list; null where a fact is asked for.</summary>
    public string? List { get; }
}
