using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The words for types in messages: those that a pack writes.</summary>
internal static class TypeNames
{
    /// <summary>The word for what a list holds.</summary>
    public static string OfItems(ExpressionType list) => $"list<{FieldTypeWords.Of(list.Kind)}>";

    public static string Of(ExpressionType type) => type.IsList ? "list" : FieldTypeWords.Of(type.Kind);
}
