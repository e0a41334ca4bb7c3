using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A fact of a row: of the subject, of a row above it, or of a child row at hand.</summary>
public sealed record FieldExpression : TypedExpression
{
    internal FieldExpression(RowPath row, FieldSchema field, bool isInt = false)
        : base(ExpressionType.Of(field) with { IsInt = isInt })
    {
        Row = row;
        Field = field;
    }

    /// <summary>Which row.</summary>
    public RowPath Row { get; }

    /// <summary>Which fact.</summary>
    public FieldSchema Field { get; }
}
