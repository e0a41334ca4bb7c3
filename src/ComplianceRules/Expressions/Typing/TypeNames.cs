using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The words for types in messages: those that a pack writes.</summary>
internal static class TypeNames
{
    public static string Of(ExpressionType type) => type.IsList ? "list" : FieldTypeWords.Of(type.Kind);
}
