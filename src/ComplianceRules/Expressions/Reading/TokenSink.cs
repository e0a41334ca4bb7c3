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

    /// <summary>Whether the bound is passed or a trouble leaves no sense in the rest.</summary>
    public bool IsBroken { get; private set; }

    public IReadOnlyList<Token> Tokens => _tokens;

    public bool IsFull => _count > ExpressionBounds.Tokens;

    public bool FollowsDot => _tokens.Count > 0 && _tokens[^1].IsSign(".");

    public void Add(TokenKind kind, int offset, int length, string text)
    {
        if (!Counts(offset)) return;
        _tokens.Add(new Token(kind, offset, length, text));
    }

    /// <summary>Adds the sign that a habit of other languages stands for, and says so.</summary>
    public void AddMeant(int offset, string written, string meant)
    {
        if (!Counts(offset)) return;
        problems.Report(DiagnosticCodes.OtherNotation, source.SpanOf(offset, written.Length), written, meant);
        _tokens.Add(new Token(TokenKind.Sign, offset, written.Length, meant));
    }

    public void Refuse(DiagnosticCode code, int offset, int length, params ReadOnlySpan<string> arguments) =>
        Refuse(offset, new Diagnostic(code, source.SpanOf(offset, length), arguments));

    public void RefuseForeign(int offset, string written, int index)
    {
        Rune character = Rune.TryGetRuneAt(written, index, out Rune whole) ? whole : Rune.ReplacementChar;
        Refuse(offset, new Diagnostic(DiagnosticCodes.ForeignCharacter, source.SpanOf(offset + index, character.Utf16SequenceLength), character.ToString(), PlainText.NameOf(character))
        {
            DidYouMean = LookAlikes.Of(written),
        });
    }

    private void Refuse(int offset, Diagnostic problem)
    {
        if (!Counts(offset)) return;
        IsBroken = true;
        problems.Add(problem);
    }

    private bool Counts(int offset)
    {
        if (IsFull) return false;
        if (++_count <= ExpressionBounds.Tokens) return true;
        IsBroken = true;
        problems.Report(DiagnosticCodes.TooManyTokens, source.SpanOf(offset, 1), ExpressionBounds.Text(ExpressionBounds.Tokens));
        return false;
    }
}
