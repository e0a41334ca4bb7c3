using System.Collections.Frozen;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Which texts may be names of tables, lists, fields and counting units.</summary>
internal static class PackNames
{
    // Source: cel-spec langdef, reserved words; and the names that the language itself gives to the day and to the earlier snapshot.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while", "as_of", "previous");

    /// <summary>A name that expressions can use; null, and reported, where the text is none.</summary>
    public static string? Name(JsonNode node, string key, DiagnosticBag problems)
    {
        if (NodeReader.Text(node, key, problems) is not { } text) return null;
        if (IsName(text)) return text;
        problems.Report(DiagnosticCodes.BadName, node.Span, JsonFault.Shown(text));
        return null;
    }

    /// <summary>Whether a counting unit may have a name: an id that begins with a letter and is no base unit.</summary>
    public static bool IsUnitName(string text) =>
        NodeReader.IsId(text) && char.IsAsciiLetter(text[0]) && !Unit.BaseNames.Contains(text, StringComparer.Ordinal);

    private static bool IsName(string text) =>
        text.Length is > 0 and <= PackBounds.NameLength
        && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !Reserved.Contains(text);
}
