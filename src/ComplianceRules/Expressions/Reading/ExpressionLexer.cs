using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
/// <remarks>Used once. Signs and words that other languages would use are read as what they mean, with a diagnostic, so that one run finds every trouble.</remarks>
internal sealed class ExpressionLexer
{
    private const string OneCharacterSigns = "()[],.?:!<>+-*/%";

    private readonly TokenSink _sink;
    private readonly string _text;
    private int _at;

    private ExpressionLexer(JsonNode source, DiagnosticBag problems)
    {
        _sink = new TokenSink(source, problems);
        _text = source.Text;
    }

    /// <summary>The tokens with the end as the last; null where there was trouble that leaves no sense.</summary>
    public static IReadOnlyList<Token>? Read(JsonNode source, DiagnosticBag problems)
    {
        ExpressionLexer lexer = new(source, problems);
        while (lexer._at < lexer._text.Length && !lexer._sink.IsFull) lexer.Next();
        return lexer._sink.IsBroken ? null : [.. lexer._sink.Tokens, new Token(TokenKind.End, lexer._text.Length, 0, string.Empty)];
    }

    private void Next()
    {
        char c = _text[_at];
        if (c is ' ' or '\t' or '\n' or '\r') _at++;
        else if (c is '"' or '\'') _at = TextLiteralLexer.Read(_sink, _at);
        else if (IsDigit(_at) || (c == '.' && IsDigit(_at + 1))) _at = NumberLexer.Read(_sink, _at);
        else if (char.IsAsciiLetter(c) || c == '_' || IsForeignLetter(c)) Word();
        else Sign();
    }

    private void Word()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_' || IsForeignLetter(_text[_at]))) _at++;
        string word = _text[start.._at];
        int foreign = word.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (foreign >= 0) _sink.RefuseForeign(start, word, foreign);
        else if (!_sink.FollowsDot && Meant(word) is { } meant) _sink.AddMeant(start, word, meant);
        else _sink.Add(TokenKind.Name, start, word.Length, word);
    }

    private void Sign()
    {
        int start = _at;
        string two = _text.Substring(start, Math.Min(2, _text.Length - start));
        bool isPair = two is "||" or "&&" or "==" or "!=" or "<=" or ">=" or "<>" or "=>" or "=<" or "//";
        string sign = isPair ? two : two[..1];
        _at += sign.Length;
        if (sign == "//") RefuseComment(start);
        else if (Meant(sign) is { } meant) _sink.AddMeant(start, sign, meant);
        else if (isPair || OneCharacterSigns.Contains(sign, StringComparison.Ordinal)) _sink.Add(TokenKind.Sign, start, sign.Length, sign);
        else RefuseForeign(start);
    }

    private void RefuseComment(int start)
    {
        _sink.Refuse(DiagnosticCodes.NoComments, start, 2);
        int lineEnd = _text.AsSpan(start).IndexOfAny('\n', '\r');
        _at = lineEnd < 0 ? _text.Length : start + lineEnd;
    }

    private void RefuseForeign(int start)
    {
        if (_at < _text.Length && char.IsSurrogatePair(_text[start], _text[_at])) _at++;
        _sink.RefuseForeign(start, _text[start.._at], 0);
        // What stands in wrong quotes is meant as text: its characters are no trouble of their own.
        char closing = _text[start] switch { '“' => '”', '‘' => '’', _ => '\0' };
        int end = closing == '\0' ? -1 : _text.IndexOf(closing, _at);
        if (end >= 0) _at = end + 1;
    }

    private bool IsDigit(int index) => index < _text.Length && char.IsAsciiDigit(_text[index]);

    private static bool IsForeignLetter(char c) => c >= '\u0080' && char.IsLetterOrDigit(c);

    private static string? Meant(string written) => written switch
    {
        "=" => "==",
        "&" or "and" or "AND" => "&&",
        "|" or "or" or "OR" => "||",
        "not" or "NOT" => "!",
        "<>" => "!=",
        "=>" => ">=",
        "=<" => "<=",
        _ => null,
    };
}
