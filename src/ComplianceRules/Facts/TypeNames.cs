namespace ComplianceRules.Facts;

/// <summary>The names of field types as packs write them.</summary>
internal static class TypeNames
{
    /// <summary>The name of a type.</summary>
    /// <param name="type">The type.</param>
    public static string Of(FieldType type) => type switch
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
