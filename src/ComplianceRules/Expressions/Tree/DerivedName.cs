using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A derived field in whose place an expression stands.</summary>
/// <param name="row">The row of the field.</param>
/// <param name="field">The field.</param>
internal sealed class DerivedName(RowPath row, FieldSchema field)
{
    public RowPath Row { get; } = row;

    public FieldSchema Field { get; } = field;
}
