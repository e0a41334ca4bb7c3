using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Reads a text literal in single or double quotes, with the escapes of CEL.</summary>
internal static class TextLiteralLexer
{
    /// <summary>Adds the text at a place, or refuses it.</summary>
    /// <returns>The place after it; the end where the text is not closed, for nothing behind it can be told apart.</returns>
    public static int Read(TokenSink sink, int start)
    {
        string text = sink.Text;
        StringBuilder content = new();
        int at = start + 1;
        while (at < text.Length && text[at] != text[start] && text[at] is not ('\n' or '\r'))
        {
            if (text[at] == '\\') at = Escape(sink, at, content);
            else content.Append(text[at++]);
        }

        if (at >= text.Length || text[at] != text[start])
        {
            sink.Refuse(DiagnosticCodes.UnclosedText, start, at - start, text[start].ToString());
            return text.Length;
        }

        Add(sink, start, at + 1 - start, content.ToString());
        return at + 1;
    }

    private static void Add(TokenSink sink, int start, int length, string content)
    {
        if (content.Length > ExpressionBounds.TextLiteral)
            sink.Refuse(DiagnosticCodes.TextTooLong, start, length, ExpressionBounds.Text(ExpressionBounds.TextLiteral));
        else if (PlainText.FirstFault(content, isName: true) is { } fault)
            sink.Refuse(DiagnosticCodes.RefusedCharacter, start, length, PlainText.NameOf(fault.Rune));
        else
            sink.Add(TokenKind.Text, start, length, content);
    }

    private static int Escape(TokenSink sink, int at, StringBuilder content)
    {
        if (at + 1 >= sink.Text.Length) return at + 1;
        char letter = sink.Text[at + 1];
        int simple = "abfnrtv\\?\"'`".IndexOf(letter, StringComparison.Ordinal);
        if (simple >= 0)
        {
            content.Append("\a\b\f\n\r\t\v\\?\"'`"[simple]);
            return at + 2;
        }

        (int digitsAt, int digits, int radix) = letter switch
        {
            'x' or 'X' => (at + 2, 2, 16),
            'u' => (at + 2, 4, 16),
            'U' => (at + 2, 8, 16),
            >= '0' and <= '3' => (at + 1, 3, 8),
            _ => (at + 1, 0, 0),
        };
        int code = digits == 0 ? -1 : Code(sink.Text, digitsAt, digits, radix);
        if (Rune.IsValid(code)) content.Append(new Rune(code).ToString());
        else sink.Refuse(DiagnosticCodes.UnknownEscape, at, 2, sink.Text.Substring(at, 2));
        return Rune.IsValid(code) ? digitsAt + digits : at + 2;
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
