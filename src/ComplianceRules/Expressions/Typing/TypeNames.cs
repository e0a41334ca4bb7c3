using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The words for types in messages: those that a pack writes.</summary>
internal static class TypeNames
{
    public static string Of(ExpressionType type) => type.IsList ? "list" : Of(type.Kind);

    private static string Of(FieldType kind) => kind switch
    {
        FieldType.Number => "number",
        FieldType.Bool => "bool",
        FieldType.Text => "text",
        FieldType.Enum => "enum",
        FieldType.Set => "set",
        FieldType.Date => "date",
        _ => "time",
    };
}
