using System.Collections.Frozen;

namespace ComplianceRules.Expressions;

/// <summary>Words that other languages write where a value begins.</summary>
internal static class OperandHabits
{
    private static readonly FrozenDictionary<string, string> Choices = new Dictionary<string, string>
    {
        ["if"] = "a ? b : c", ["iif"] = "a ? b : c", ["and"] = "a && b", ["or"] = "a || b", ["xor"] = "a != b",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is written in place of a truth value spelt in another way; null where it is none. Names have no capitals, so it hides no fact.</summary>
    public static string? Truth(string word) => word switch
    {
        "TRUE" or "True" => "true",
        "FALSE" or "False" => "false",
        _ => null,
    };

    public static bool IsNull(string word) => word is "null" or "NULL" or "Null" or "None" or "NaN" or "Nothing";

    /// <summary>Whether the token at hand is a word for <c>!</c> before a value.</summary>
    public static bool IsNot(TokenCursor cursor) => cursor.Current is { Kind: TokenKind.Name, Text: "not" or "NOT" or "Not" } && BeginsValue(cursor.Peek(1));

    /// <summary>What is written in place of a function that chooses or joins conditions; null where it is none.</summary>
    public static string? Choice(string function) => Choices.GetValueOrDefault(function);

    /// <summary>Whether a whole phrase of another language begins here that the language has as <c>a ? b : c</c>.</summary>
    public static bool IsPhrase(TokenCursor cursor) =>
        cursor.Current.Text is "if" or "IF" or "If" || (cursor.Current.Text is "CASE" or "case" or "Case" && cursor.Peek(1) is { Kind: TokenKind.Name, Text: "WHEN" or "when" or "When" });

    /// <summary>Whether the day of today is asked for, as in <c>DateTime.Now</c>.</summary>
    public static bool IsToday(TokenCursor cursor) =>
        cursor.Current.Text is "DateTime" or "DateTimeOffset" or "DateOnly" or "Date" && cursor.Peek(1).IsSign(".") && cursor.Peek(2) is { Kind: TokenKind.Name, Text: "Now" or "Today" or "UtcNow" };

    /// <summary>Whether an object is made, as in <c>new DateTime(2026, 9, 1)</c>.</summary>
    public static bool IsNew(TokenCursor cursor) => cursor.Current.Text == "new" && cursor.Peek(1).Kind == TokenKind.Name && cursor.Peek(2).IsSign("(");

    /// <summary>Whether an argument is a function of one row, as in <c>x =&gt; x.a</c>.</summary>
    public static bool IsLambda(TokenCursor cursor, int ahead) => cursor.Peek(ahead).Kind == TokenKind.Name && (cursor.Peek(ahead + 1).IsSign("=>") || cursor.Peek(ahead + 1).IsSign("->"));

    /// <summary>Whether a value can begin with a token.</summary>
    public static bool BeginsValue(Token token) => token.Kind switch
    {
        TokenKind.Sign => token.Text is "(" or "[" or "{" or "!" or "-" or ".",
        TokenKind.Name => !(token.Text is "in" or "and" or "or" or "AND" or "OR"),
        _ => token.Kind != TokenKind.End,
    };
}
