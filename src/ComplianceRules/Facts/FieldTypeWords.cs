using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>The words for field types, as packs write them and messages show them.</summary>
internal static class FieldTypeWords
{
    /// <summary>The words, in the order of the types.</summary>
    public static ImmutableArray<string> All { get; } = ["number", "bool", "text", "enum", "set", "date", "time"];

    /// <summary>The word of a type.</summary>
    /// <param name="type">The type.</param>
    public static string Of(FieldType type) => All[(int)type];
}
