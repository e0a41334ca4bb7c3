using System.Collections.Frozen;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>The signs and words that stand between two values, with those that C#, SQL and spreadsheets would use.</summary>
internal static class InfixSigns
{
    public const int Weakest = 1;

    public const int OfComparison = 3;

    private const int OfSum = 4;
    private const int OfProduct = 5;

    private static readonly FrozenDictionary<string, int> Strength = new Dictionary<string, int>
    {
        ["||"] = Weakest,
        ["&&"] = 2,
        ["=="] = OfComparison, ["!="] = OfComparison, ["<"] = OfComparison, ["<="] = OfComparison, [">"] = OfComparison, [">="] = OfComparison, ["in"] = OfComparison,
        ["+"] = OfSum, ["-"] = OfSum,
        ["*"] = OfProduct, ["/"] = OfProduct, ["%"] = OfProduct,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> HabitSigns = new Dictionary<string, string>
    {
        ["="] = "==", ["==="] = "==", ["!=="] = "!=", ["<>"] = "!=", ["=>"] = ">=", ["=<"] = "<=", ["&"] = "&&", ["|"] = "||",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // A name cannot stand between two values, so here any spelling is a word of another language.
    private static readonly FrozenDictionary<string, string> HabitWords = new Dictionary<string, string>
    {
        ["and"] = "&&", ["or"] = "||", ["xor"] = "!=", ["mod"] = "%", ["div"] = "/",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> HabitMethods = new Dictionary<string, string>
    {
        ["contains"] = "a.contains(b)", ["startswith"] = "a.startsWith(b)", ["endswith"] = "a.endsWith(b)",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sign at hand, behind a value; null where none stands there.</summary>
    public static InfixSign? At(TokenCursor cursor) => cursor.Current.Kind switch
    {
        TokenKind.Sign => OfSign(cursor),
        TokenKind.Name when cursor.Current.Text == "in" => Plain("in"),
        TokenKind.Name => OfWord(cursor, cursor.Current.Text),
        _ => null,
    };

    /// <summary>Whether a sign compares by order, so that a second one behind it compares a truth value.</summary>
    public static bool IsOrder(string sign) => sign is "<" or "<=" or ">" or ">=";

    /// <summary>Whether a token asks for membership, so that a list is meant behind it.</summary>
    public static bool IsMembership(Token token) => Is(token, "in");

    /// <summary>Whether a token says no to the membership behind it.</summary>
    public static bool IsNegation(Token token) => token.IsSign("!") || Is(token, "not");

    private static InfixSign? OfSign(TokenCursor cursor)
    {
        string written = cursor.Current.Text;
        if (written == "&" && JoinsTexts(cursor)) return new InfixSign(InfixKind.Foreign, string.Empty, OfSum) { Code = DiagnosticCodes.NoTextJoin };
        if (written == "!" && cursor.Peek(1).IsName("in")) return NotIn;
        if (HabitSigns.TryGetValue(written, out string? meant)) return Habit(meant);
        return written switch
        {
            "??" => Foreign("has(x) ? x : y", Weakest),
            "^" or "**" => new InfixSign(InfixKind.Foreign, string.Empty, OfProduct) { Code = DiagnosticCodes.NoPower },
            _ => Strength.ContainsKey(written) ? Plain(written) : null,
        };
    }

    private static InfixSign? OfWord(TokenCursor cursor, string word)
    {
        if (HabitWords.TryGetValue(word, out string? sign)) return Habit(sign);
        if (HabitMethods.TryGetValue(word, out string? method)) return Foreign(method, OfComparison);
        Token next = cursor.Peek(1);
        if (Is(word, "in")) return Habit("in") with { Meant = next.IsSign("(") ? "in [a, b]" : "in" };
        if (Is(word, "not")) return Is(next, "in") ? NotIn : Is(next, "like") ? Pattern with { Tokens = 2 } : Is(next, "between") ? Between with { Tokens = 2, Meant = "x < a || x > b" } : null;
        if (Is(word, "like")) return Pattern;
        if (Is(word, "between")) return Between;
        if (!Is(word, "is")) return null;
        if (Is(next, "null")) return IsNull(InfixKind.IsNull, 2, "!has(x)");
        if (!Is(next, "not")) return Habit("==");
        return Is(cursor.Peek(2), "null") ? IsNull(InfixKind.IsNotNull, 3, "has(x)") : Habit("!=") with { Tokens = 2 };
    }

    private static InfixSign IsNull(InfixKind kind, int tokens, string meant) =>
        new(kind, string.Empty, OfComparison) { Code = DiagnosticCodes.OtherNotation, Tokens = tokens, Meant = meant };

    private static InfixSign NotIn => new(InfixKind.NotIn, "in", OfComparison) { Code = DiagnosticCodes.OtherNotation, Tokens = 2, Meant = "!(x in [a, b])" };

    private static InfixSign Pattern => new(InfixKind.Foreign, string.Empty, OfComparison) { Code = DiagnosticCodes.NoPattern };

    private static InfixSign Between => new(InfixKind.Between, string.Empty, OfComparison) { Code = DiagnosticCodes.OtherNotation, Meant = "x >= a && x <= b" };

    private static InfixSign Plain(string sign) => new(InfixKind.Sign, sign, Strength[sign]);

    private static InfixSign Habit(string meant) => Plain(meant) with { Code = DiagnosticCodes.OtherNotation, Meant = meant };

    private static InfixSign Foreign(string meant, int strength) => new(InfixKind.Foreign, string.Empty, strength) { Code = DiagnosticCodes.OtherNotation, Meant = meant };

    // kind == 'a' & flag is meant as a condition, name & 'x' as one text.
    private static bool JoinsTexts(TokenCursor cursor) =>
        cursor.Peek(1).Kind == TokenKind.Text || (cursor.Peek(-1).Kind == TokenKind.Text && !(cursor.Peek(-2).Kind == TokenKind.Sign && cursor.Peek(-2).Text is "==" or "!=" or "=" or "<>"));

    private static bool Is(Token token, string word) => token.Kind == TokenKind.Name && Is(token.Text, word);

    private static bool Is(string written, string word) => string.Equals(written, word, StringComparison.OrdinalIgnoreCase);
}
