using System.Collections.Frozen;

namespace ComplianceRules.Interop;

/// <summary>The words and signs that join parts of an expression; words in any case.</summary>
internal static class LinqWords
{
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "&&",
        ["andalso"] = "&&",
        ["or"] = "||",
        ["orelse"] = "||",
        ["not"] = "!",
        ["mod"] = "%",
        ["eq"] = "==",
        ["equal"] = "==",
        ["ne"] = "!=",
        ["neq"] = "!=",
        ["notequal"] = "!=",
        ["lt"] = "<",
        ["lessthan"] = "<",
        ["le"] = "<=",
        ["lessthanequal"] = "<=",
        ["gt"] = ">",
        ["greaterthan"] = ">",
        ["ge"] = ">=",
        ["greaterthanequal"] = ">=",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, LinqOperator> Comparisons = new Dictionary<string, LinqOperator>(StringComparer.Ordinal)
    {
        ["="] = LinqOperator.Equal,
        ["=="] = LinqOperator.Equal,
        ["!="] = LinqOperator.NotEqual,
        ["<>"] = LinqOperator.NotEqual,
        ["<"] = LinqOperator.Less,
        ["<="] = LinqOperator.LessOrEqual,
        [">"] = LinqOperator.Greater,
        [">="] = LinqOperator.GreaterOrEqual,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sign that a word stands for; the text itself where it is no such word.</summary>
    public static string SignOf(string text) => Signs.GetValueOrDefault(text, text);

    /// <summary>Whether a word stands for a sign.</summary>
    public static bool IsSign(string word) => Signs.ContainsKey(word);

    /// <summary>The comparison of a sign; <see cref="LinqOperator.None"/> where it is none.</summary>
    public static LinqOperator Comparison(string sign) => Comparisons.GetValueOrDefault(sign);
}
