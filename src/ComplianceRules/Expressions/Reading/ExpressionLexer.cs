using System.Collections.Frozen;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
/// <remarks>Used once. What is refused leaves a broken token, or the sign that it was meant to be, so that one run finds every trouble.</remarks>
internal sealed class ExpressionLexer
{
    private const int LongestSign = 3;

    // The last ones are of other languages; the parser says what is written instead.
    private static readonly FrozenSet<string> Signs = FrozenSet.Create(
        StringComparer.Ordinal,
        "(", ")", "[", "]", "{", "}", ",", ".", "?", ":", "!", "<", ">", "+", "-", "*", "/", "%", "||", "&&", "==", "!=", "<=", ">=",
        "=", "&", "|", "^", "<>", "=>", "->", "=<", "**", "??", "?.", "===", "!==");

    private readonly TokenSink _sink;
    private readonly string _text;
    private readonly bool _wideNumbers;
    private int _at;

    private ExpressionLexer(JsonNode source, bool wideNumbers, DiagnosticBag problems)
    {
        _sink = new TokenSink(source, problems);
        _text = source.Text;
        _wideNumbers = wideNumbers;
    }

    /// <summary>The tokens; null where there are more than the bound.</summary>
    public static TokenList? Read(JsonNode source, bool wideNumbers, DiagnosticBag problems)
    {
        ExpressionLexer lexer = new(source, wideNumbers, problems);
        while (lexer._at < lexer._text.Length && !lexer._sink.IsFull) lexer.Next();
        TokenSink sink = lexer._sink;
        return sink.IsFull ? null : new TokenList([.. sink.Tokens, new Token(TokenKind.End, lexer._text.Length, 0, string.Empty)], sink.IsCutOff);
    }

    /// <summary>Whether a text is a sign of this language.</summary>
    public static bool IsSign(string text) => Signs.Contains(text);

    private void Next()
    {
        char c = _text[_at];
        if (c is ' ' or '\t' or '\n' or '\r' or '\f') _at++;
        else if (TextLiteralLexer.Starts(_text, _at)) _at = TextLiteralLexer.Read(_sink, _at);
        else if (IsDigit(_at) || (c == '.' && IsDigit(_at + 1))) _at = NumberLexer.Read(_sink, _at, _wideNumbers);
        else if (char.IsAsciiLetter(c) || c == '_' || IsForeignLetter(c)) Word();
        else if (c == '`') QuotedName();
        else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] is '/' or '*') Comment();
        else Sign();
    }

    private void Word()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_' || IsForeignLetter(_text[_at]))) _at++;
        string word = _text[start.._at];
        int foreign = word.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (foreign >= 0) _sink.RefuseForeign(start, word, foreign, word.Length);
        else _sink.Add(TokenKind.Name, start, word.Length, word);
    }

    private void QuotedName()
    {
        int end = _text.IndexOf('`', _at + 1);
        int length = (end < 0 ? _text.Length : end + 1) - _at;
        _sink.RefuseValue(DiagnosticCodes.QuotedName, _at, length, Excerpt.Of(_text.Substring(_at, length).Trim('`')));
        _at += length;
        if (end < 0) _sink.CutOff();
    }

    private void Comment()
    {
        int start = _at;
        bool isBlock = _text[_at + 1] == '*';
        _sink.Refuse(DiagnosticCodes.NoComments, start, 2);
        int end = isBlock ? _text.IndexOf("*/", start + 2, StringComparison.Ordinal) : _text.AsSpan(start).IndexOfAny('\n', '\r');
        _at = end < 0 ? _text.Length : isBlock ? end + 2 : start + end;
        if (isBlock && end < 0) _sink.CutOff();
    }

    private void Sign()
    {
        int start = _at;
        for (int length = IsForeignPair(start) ? 0 : Math.Min(LongestSign, _text.Length - start); length > 0; length--)
        {
            string sign = _text.Substring(start, length);
            // a ?.5 : 1 is a condition and a number.
            if (!Signs.Contains(sign) || (sign == "?." && IsDigit(start + length))) continue;
            _at += length;
            _sink.Add(TokenKind.Sign, start, length, sign);
            return;
        }

        RefuseForeign(start);
    }

    private void RefuseForeign(int start)
    {
        bool isPair = IsForeignPair(start) || (start + 1 < _text.Length && char.IsSurrogatePair(_text[start], _text[start + 1]));
        int length = isPair ? 2 : 1;
        // What stands in wrong quotes is meant as text: its characters are no trouble of their own.
        char closing = _text[start] switch { '“' => '”', '‘' => '’', _ => '\0' };
        int end = closing == '\0' ? -1 : _text.IndexOf(closing, start + length);
        _at = end < 0 ? start + length : end + 1;
        string written = _text.Substring(start, length);
        _sink.RefuseForeign(start, written, Math.Max(0, written.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F')), _at - start);
    }

    private bool IsForeignPair(int start) =>
        start + 1 < _text.Length && (_text[start] > '\u007F' || _text[start + 1] > '\u007F') && LookAlikes.IsPair(_text.Substring(start, 2));

    private bool IsDigit(int index) => index < _text.Length && char.IsAsciiDigit(_text[index]);

    private static bool IsForeignLetter(char c) => c >= '\u0080' && char.IsLetterOrDigit(c);
}
