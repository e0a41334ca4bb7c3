using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Words that tables use for what every table has: ids, totals, footers, yes and no.</summary>
/// <remarks>They stand in the resource <c>Texts/words.json</c>. Immutable.</remarks>
internal static class KnownWords
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Lists = Load();

    public static ImmutableArray<string> SchoolEndings => Lists["school-ending"];

    public static ImmutableArray<string> Asking => Lists["asking"];

    public static ImmutableArray<string> Negations => Lists["negation"];

    public static ImmutableArray<string> Qualifiers => Lists["qualifier"];

    /// <summary>Whether a text is one of a list's words; blanks, brackets, capitals and full-width letters do not matter.</summary>
    public static bool Is(string list, string text)
    {
        string plain = Plain(text);
        return plain.Length > 0 && Lists[list].Any(w => Plain(w) == plain);
    }

    /// <summary>Whether a text begins with one of a list's words, and ends there or goes on with a colon, a blank or a bracket.</summary>
    public static bool Begins(string list, string text)
    {
        string folded = HeaderText.Fold(text).ToLowerInvariant();
        return Lists[list].Any(w => folded.StartsWith(w, StringComparison.Ordinal) && (folded.Length == w.Length || folded[w.Length] is ':' or ' ' or '(' or '、' or '.'));
    }

    /// <summary>The text without blanks and signs, in small letters.</summary>
    public static string Plain(string text)
    {
        string folded = HeaderText.Fold(text).ToLowerInvariant();
        string letters = string.Concat(folded.Where(char.IsLetterOrDigit));
        return letters.Length > 0 ? letters : folded;
    }

    private static FrozenDictionary<string, ImmutableArray<string>> Load()
    {
        using JsonDocument document = TextResource.Open("Proposals.words");
        return document.RootElement.EnumerateObject()
            .ToFrozenDictionary(list => list.Name, list => list.Value.EnumerateArray().Select(w => w.GetString()!).ToImmutableArray(), StringComparer.Ordinal);
    }
}
