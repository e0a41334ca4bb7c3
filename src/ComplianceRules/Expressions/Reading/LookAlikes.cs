using System.Collections.Frozen;

namespace ComplianceRules.Expressions;

/// <summary>Characters that look like, or are typed in place of, what the language has.</summary>
internal static class LookAlikes
{
    private const int FullWidthShift = '\uFF01' - '!';

    private static readonly FrozenDictionary<char, string> Meant = new Dictionary<char, string>
    {
        ['а'] = "a", ['в'] = "b", ['с'] = "c", ['е'] = "e", ['һ'] = "h", ['і'] = "i", ['ј'] = "j", ['о'] = "o", ['р'] = "p", ['ѕ'] = "s", ['х'] = "x", ['у'] = "y",
        ['α'] = "a", ['ε'] = "e", ['ι'] = "i", ['ν'] = "v", ['ο'] = "o", ['ρ'] = "p", ['υ'] = "u", ['ı'] = "i", ['ɑ'] = "a", ['ɡ'] = "g",
        ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=", ['≦'] = "<=", ['≧'] = ">=", ['×'] = "*", ['÷'] = "/", ['−'] = "-", ['–'] = "-", ['—'] = "-",
        ['“'] = "\"", ['”'] = "\"", ['‘'] = "'", ['’'] = "'", ['、'] = ",", ['。'] = ".", ['【'] = "[", ['】'] = "]", ['\u00A0'] = " ", ['\u3000'] = " ",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> MeantWords = new Dictionary<string, string>
    {
        ["且"] = "&&", ["并且"] = "&&", ["而且"] = "&&", ["或"] = "||", ["或者"] = "||", ["非"] = "!", ["等于"] = "==", ["大于"] = ">", ["小于"] = "<",
        ["不超过"] = "<=", ["不少于"] = ">=", ["真"] = "true", ["假"] = "false", ["$"] = "param(\"name\")",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a word or sign was probably meant to be; null where one of its characters looks like nothing.</summary>
    /// <param name="written">The word or sign.</param>
    public static string? Of(string written)
    {
        if (MeantWords.TryGetValue(written, out string? word)) return word;
        string meant = string.Concat(written.Select(c => Of(c) ?? "?"));
        return meant.All(IsOfLanguage) && meant != written ? meant : null;
    }

    private static bool IsOfLanguage(char c) => char.IsAsciiLetterOrDigit(c) || "_ ()[],.:!=<>+-*/%&|\"'".Contains(c, StringComparison.Ordinal);

    private static string? Of(char c) => c switch
    {
        < '\u0080' => c.ToString(),
        >= '\uFF01' and <= '\uFF5E' => ((char)(c - FullWidthShift)).ToString(),
        _ => Meant.GetValueOrDefault(c),
    };
}
