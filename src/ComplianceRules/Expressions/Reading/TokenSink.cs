using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Gathers the tokens of one expression and its lexical troubles; refuses more of both than the bound.</summary>
internal sealed class TokenSink(JsonNode source, DiagnosticBag problems)
{
    private readonly List<Token> _tokens = [];
    private int _count;

    public string Text => source.Text;

    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>Whether the bound is passed, so that the tokens are of no use.</summary>
    public bool IsFull => _count > ExpressionBounds.Tokens;

    /// <summary>Whether a text or comment is not closed and swallowed the rest.</summary>
    public bool IsCutOff { get; private set; }

    public void Add(TokenKind kind, int offset, int length, string text)
    {
        if (Counts(offset)) _tokens.Add(new Token(kind, offset, length, text));
    }

    /// <summary>Reports a value that cannot be read, and puts in its place one that nothing more is said about.</summary>
    public void RefuseValue(DiagnosticCode code, int offset, int length, params ReadOnlySpan<string> arguments)
    {
        Refuse(code, offset, length, arguments);
        AddBroken(offset, length);
    }

    public void Refuse(DiagnosticCode code, int offset, int length, params ReadOnlySpan<string> arguments) =>
        Refuse(offset, new Diagnostic(code, source.SpanOf(offset, length), arguments));

    /// <summary>Puts in a value that is known to be in trouble.</summary>
    public void AddBroken(int offset, int length) => _tokens.Add(new Token(TokenKind.Broken, offset, length, Text.Substring(offset, length)));

    public void CutOff() => IsCutOff = true;

    /// <summary>Reports a word or sign of other writing, and reads on with the sign that it was meant to be.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <param name="written">The word or sign.</param>
    /// <param name="index">Its first character that is not of the language.</param>
    /// <param name="length">How much of the expression it takes, with what belongs to it.</param>
    public void RefuseForeign(int offset, string written, int index, int length)
    {
        string? meant = LookAlikes.Of(written);
        Rune character = Rune.TryGetRuneAt(written, index, out Rune whole) ? whole : Rune.ReplacementChar;
        Refuse(offset, new Diagnostic(DiagnosticCodes.ForeignCharacter, source.SpanOf(offset + index, character.Utf16SequenceLength), character.ToString(), PlainText.NameOf(character))
        {
            DidYouMean = meant,
        });
        if (meant is "true" or "false" or "in") _tokens.Add(new Token(TokenKind.Name, offset, length, meant));
        else if (meant is not null && ExpressionLexer.IsSign(meant)) _tokens.Add(new Token(TokenKind.Sign, offset, length, meant));
        else if (!string.IsNullOrWhiteSpace(meant ?? written)) AddBroken(offset, length);
    }

    private void Refuse(int offset, Diagnostic problem)
    {
        if (Counts(offset)) problems.Add(problem);
    }

    private bool Counts(int offset)
    {
        if (IsFull) return false;
        if (++_count <= ExpressionBounds.Tokens) return true;
        problems.Report(DiagnosticCodes.TooManyTokens, source.SpanOf(offset, 1), ExpressionBounds.Text(ExpressionBounds.Tokens));
        return false;
    }
}
