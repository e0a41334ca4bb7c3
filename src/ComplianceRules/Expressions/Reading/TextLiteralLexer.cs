using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Reads a text literal as CEL writes it: in single or double quotes, or three of them around several lines, with its escapes, or raw without.</summary>
internal static class TextLiteralLexer
{
    private const int MostPrefix = 2;

    /// <summary>Whether a text literal starts at a place, with or without the letters r and b before it.</summary>
    public static bool Starts(string text, int at)
    {
        int quote = QuoteAt(text, at);
        return quote < text.Length && text[quote] is '"' or '\'';
    }

    /// <summary>Adds the text at a place, or refuses it.</summary>
    /// <returns>The place after it; the end where the text is not closed, for nothing behind it can be told apart.</returns>
    public static int Read(TokenSink sink, int start)
    {
        string text = sink.Text;
        int quote = QuoteAt(text, start);
        string prefix = text[start..quote];
        bool isLong = string.CompareOrdinal(text, quote, new string(text[quote], 3), 0, 3) == 0;
        string closing = new(text[quote], isLong ? 3 : 1);
        bool isRaw = prefix.Contains('r', StringComparison.OrdinalIgnoreCase);
        int end = EndOf(text, quote + closing.Length, closing, isRaw);
        if (end < 0)
        {
            sink.RefuseValue(DiagnosticCodes.UnclosedText, start, Math.Min(text.Length, LineEnd(text, start, isLong)) - start, closing);
            sink.CutOff();
            return text.Length;
        }

        int after = end + closing.Length;
        if (prefix.Contains('b', StringComparison.OrdinalIgnoreCase)) sink.RefuseValue(DiagnosticCodes.NoBytes, start, after - start, prefix);
        else if (Content(sink, quote + closing.Length, end, isRaw) is { } content) Add(sink, start, after - start, content);
        else sink.AddBroken(start, after - start);
        return after;
    }

    private static int QuoteAt(string text, int at)
    {
        int quote = at;
        while (quote < text.Length && quote - at < MostPrefix && text[quote] is 'r' or 'R' or 'b' or 'B') quote++;
        return quote;
    }

    // The place of the closing quotes; -1 where there are none.
    private static int EndOf(string text, int at, string closing, bool isRaw)
    {
        for (; at < text.Length; at++)
        {
            if (string.CompareOrdinal(text, at, closing, 0, closing.Length) == 0) return at;
            if (closing.Length == 1 && text[at] is '\n' or '\r') return -1;
            if (text[at] == '\\' && !isRaw) at++;
        }

        return -1;
    }

    private static int LineEnd(string text, int start, bool isLong) =>
        !isLong && text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and int length ? start + length : text.Length;

    // The text with its escapes resolved; null where one of them is none, which has been reported.
    private static string? Content(TokenSink sink, int at, int end, bool isRaw)
    {
        if (isRaw) return WithPlainLines(sink.Text[at..end]);
        StringBuilder content = new();
        bool good = true;
        while (at < end)
        {
            if (sink.Text[at] == '\\') good &= TryEscape(sink, ref at, content);
            else at = AppendWritten(sink.Text, at, content);
        }

        return good ? content.ToString() : null;
    }

    // As CEL does: a line break is the same however the file writes it; one that is escaped stays what it is.
    private static int AppendWritten(string text, int at, StringBuilder content)
    {
        bool isReturn = text[at] == '\r';
        content.Append(isReturn ? '\n' : text[at]);
        return isReturn && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private static string WithPlainLines(string content) => content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static void Add(TokenSink sink, int start, int length, string content)
    {
        if (content.Length > ExpressionBounds.TextLiteral)
            sink.RefuseValue(DiagnosticCodes.TextTooLong, start, length, ExpressionBounds.Text(ExpressionBounds.TextLiteral));
        else if (PlainText.FirstFault(content, isName: false) is { } fault)
            sink.RefuseValue(DiagnosticCodes.RefusedCharacter, start, length, PlainText.NameOf(fault.Rune));
        else
            sink.Add(TokenKind.Text, start, length, content);
    }

    private static bool TryEscape(TokenSink sink, ref int at, StringBuilder content)
    {
        char letter = sink.Text[at + 1];
        int simple = "abfnrtv\\?\"'`".IndexOf(letter, StringComparison.Ordinal);
        (int digitsAt, int digits, int radix) = letter switch
        {
            'x' or 'X' => (at + 2, 2, 16),
            'u' => (at + 2, 4, 16),
            'U' => (at + 2, 8, 16),
            >= '0' and <= '3' => (at + 1, 3, 8),
            _ => (at + 1, 0, 0),
        };
        int code = simple >= 0 ? "\a\b\f\n\r\t\v\\?\"'`"[simple] : digits == 0 ? -1 : Code(sink.Text, digitsAt, digits, radix);
        bool good = Rune.IsValid(code);
        if (good) content.Append(new Rune(code).ToString());
        else sink.Refuse(DiagnosticCodes.UnknownEscape, at, 2, sink.Text.Substring(at, 2));
        at = good && simple < 0 ? digitsAt + digits : at + 2;
        return good;
    }

    private static int Code(string text, int at, int digits, int radix)
    {
        if (at + digits > text.Length) return -1;
        long code = 0;
        foreach (char c in text.AsSpan(at, digits))
        {
            int digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix) return -1;
            code = (code * radix) + digit;
        }

        return code <= int.MaxValue ? (int)code : -1;
    }
}
