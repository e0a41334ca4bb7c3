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
        ["且"] = "&&", ["并且"] = "&&", ["而且"] = "&&", ["以及"] = "&&", ["与"] = "&&", ["和"] = "&&", ["或"] = "||", ["或者"] = "||", ["非"] = "!",
        ["等于"] = "==", ["不等于"] = "!=", ["大于"] = ">", ["超过"] = ">", ["高于"] = ">", ["小于"] = "<", ["低于"] = "<", ["大于等于"] = ">=", ["小于等于"] = "<=",
        ["大于或等于"] = ">=", ["小于或等于"] = "<=", ["不大于"] = "<=", ["不小于"] = ">=", ["不超过"] = "<=", ["不高于"] = "<=", ["不少于"] = ">=", ["不低于"] = ">=",
        ["至少"] = ">=", ["至多"] = "<=", ["属于"] = "in", ["加"] = "+", ["减"] = "-", ["乘"] = "*", ["除以"] = "/",
        ["真"] = "true", ["假"] = "false", ["为空"] = "!has(x)", ["不为空"] = "has(x)", ["如果"] = "a ? b : c", ["$"] = "param(\"name\")",
        ["＝"] = "==", ["＆"] = "&&", ["｜"] = "||",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a word or sign was probably meant to be; null where one of its characters looks like nothing.</summary>
    /// <param name="written">The word or sign.</param>
    public static string? Of(string written)
    {
        if (MeantWords.TryGetValue(written, out string? word)) return word;
        string meant = string.Concat(written.Select(c => Of(c) ?? "?"));
        return meant.All(IsOfLanguage) && meant != written ? meant : null;
    }

    /// <summary>Whether two characters, at least one of another writing, make up one sign: <c>＆＆</c>, <c>！=</c>.</summary>
    /// <param name="written">The two characters.</param>
    public static bool IsPair(string written) => Of(written) is "||" or "&&" or "==" or "!=" or "<=" or ">=" && written.Length == 2;

    private static bool IsOfLanguage(char c) => char.IsAsciiLetterOrDigit(c) || "_ ()[],.:!=<>+-*/%&|\"'".Contains(c, StringComparison.Ordinal);

    private static string? Of(char c) => c switch
    {
        < '\u0080' => c.ToString(),
        >= '\uFF01' and <= '\uFF5E' => ((char)(c - FullWidthShift)).ToString(),
        _ => Meant.GetValueOrDefault(c),
    };
}
