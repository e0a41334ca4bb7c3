using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Texts that were meant to be expressions and went wrong, and texts that never were.</summary>
internal static class NastyText
{
    private static readonly string[] Alphabet =
    [
        "\0", "\u0001", "\u001b", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u200e", "\u202a", "\u202e", "\u2066", "\u2028", "\ufeff", "\ufffe", "\uffff", "\ufdd0",
        "\ud800", "\udc00", "\udbff\udfff", "\ue000", "\U000f0000", "\U000e0041", "e\u0301", "\u0301", "\u1100\u1161", "\u212b", "а", "е", "о", "ı", "ａ", "１", "（", "）", "，", "。", "“", "”",
        "≤", "≠", "＜", "－", "−", "٣", "५", "😀", "中", "\\", "'", "\"", "`", "(", ")", "[", "]", "{", "}", ".", ",", "?", ":", "!", "=", "&", "|", "<", ">", "+", "-", "*", "/", "%", "//", "/*", "#",
        "@", "$", "^", "~", ";", " ", "\t", "\n", "\r", "0", "9", "e", "E", "x", "u", "_", "1e999", "0x1F", "1_000", "99999999999999999999",
    ];

    private static readonly string[] Words =
    [
        "a", "b", "flag", "other", "enrolment", "kind", "name", "school", "region", "boarding", "lights_out", "starts", "opened", "subjects", "stages", "as_of", "previous", "classes", "schools", "v", "k",
        "'special'", "\"art\"", "'", "\"", "1", "2.5", "0", "1e9", "007", "true", "false", "null", "and", "or", "not", "while", "in", "has", "param", "minutes", "days", "date", "time", "percent", "size",
        "all", "exists", "exists_one", "map", "filter", "count", "share", "sum", "min", "max", "avg", "cv", "percentile", "contains_all", "startsWith", "IF", "Any", "=>", "is", "NULL", "undefined", "ＡＮＤ",
        "(", ")", "(", ")", "[", "]", ",", ".", ".", "?", ":", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", ">", "&&", "||", "=", "<>", "&", "|", "{", "}", ";", "//", "\\", "\n", "\ud800", "\u202e",
    ];

    /// <summary>An expression with a few characters or words gone, doubled, exchanged or foreign.</summary>
    public static string Mutated(Dice dice, string expression)
    {
        string text = expression;
        for (int i = dice.Between(1, 4); i > 0; i--) text = dice.OneIn(2) ? OfCharacters(dice, text) : OfWords(dice, text);
        return text;
    }

    public static string Soup(Dice dice)
    {
        string between = dice.Of(" ", " ", "");
        return string.Join(between, Enumerable.Range(0, dice.Between(0, 40)).Select(_ => dice.Pick(Words)));
    }

    public static string Utf16(Dice dice) => string.Concat(Enumerable.Range(0, dice.Between(0, 60)).Select(_ => dice.OneIn(2) ? dice.Pick(Alphabet) : ((char)dice.Between(0, 0xFFFF)).ToString()));

    private static string OfCharacters(Dice dice, string text) => string.Concat(Changed(dice, [.. text.Select(c => c.ToString())], dice.Pick(Alphabet)));

    private static string OfWords(Dice dice, string text) => string.Concat(Changed(dice, Cut(text), dice.OneIn(2) ? dice.Pick(Words) : dice.Pick(Alphabet)));

    private static List<string> Changed(Dice dice, List<string> parts, string foreign)
    {
        int at = dice.Between(0, Math.Max(0, parts.Count - 1));
        int other = dice.Between(0, Math.Max(0, parts.Count - 1));
        switch (dice.Between(0, 3))
        {
            case 0 when parts.Count > 0:
                parts.RemoveAt(at);
                break;
            case 1 when parts.Count > 0:
                parts.Insert(at, parts[other]);
                break;
            case 2 when parts.Count > 0:
                (parts[at], parts[other]) = (parts[other], parts[at]);
                break;
            default:
                parts.Insert(at, foreign);
                break;
        }

        return parts;
    }

    private static List<string> Cut(string text)
    {
        List<string> parts = [];
        bool wasWord = false;
        foreach (char c in text)
        {
            bool isWord = char.IsLetterOrDigit(c) || c == '_';
            if (isWord && wasWord) parts[^1] += c;
            else parts.Add(c.ToString());
            wasWord = isWord;
        }

        return parts;
    }
}
