using System.Collections.Frozen;

namespace ComplianceRules.Packs;

/// <summary>Which texts may be ids and names.</summary>
internal static class PackNames
{
    // Source: cel-spec langdef, reserved words; and the names that the language itself gives to the day and to the earlier snapshot.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while", "as_of", "previous");

    /// <summary>Letters, digits, <c>.</c>, <c>-</c> and <c>_</c>; ASCII, so that no two ids look alike.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= PackBounds.NameLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && text.Any(char.IsAsciiLetterOrDigit);

    /// <summary>A name that expressions can use: small letters, digits and <c>_</c>, a letter first, and no word of the language.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= PackBounds.NameLength
        && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !Reserved.Contains(text);

    /// <summary>A name that a unit's text can hold.</summary>
    public static bool IsUnitName(string text) => IsId(text) && char.IsAsciiLetter(text[0]);
}
