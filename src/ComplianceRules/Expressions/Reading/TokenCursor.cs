using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Where the parser stands among the tokens, and what it has said there: of one place, and of the end, one thing only.</summary>
internal sealed class TokenCursor(JsonNode source, TokenList list, DiagnosticBag problems)
{
    private readonly BracketPairs _pairs = new(list.Tokens);
    private readonly HashSet<int> _reported = [];
    private bool _endIsExplained = list.IsCutOff;

    /// <summary>Whether a bound is passed: then nothing more is read or said.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether a text or comment swallowed the rest.</summary>
    public bool IsCutOff => list.IsCutOff;

    public int Index { get; private set; }

    public Token Current => list.Tokens[Index];

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    public Token Peek(int ahead) => list.Tokens[Math.Clamp(Index + ahead, 0, list.Tokens.Length - 1)];

    /// <summary>Takes the token at hand; the end is never passed.</summary>
    public Token Next() => list.Tokens[IsAtEnd ? Index : Index++];

    /// <summary>Takes a token, and if it opens a bracket, all up to the one that closes it; one that is not closed takes the rest.</summary>
    public void Skip()
    {
        bool opens = Current.Kind == TokenKind.Sign && BracketPairs.ClosingOf(Current.Text) is not null;
        if (opens && !IsClosed(Index)) ExplainEnd();
        Index = !opens ? Math.Min(Index + 1, list.Tokens.Length - 1) : _pairs.ClosingAt(Index) + 1 ?? list.Tokens.Length - 1;
    }

    public bool IsClosed(int opening) => _pairs.ClosingAt(opening) is not null;

    public void Report(DiagnosticCode code, Token at, params ReadOnlySpan<string> arguments) => Report(code, at.Offset, at.Length, arguments);

    /// <summary>Reports several tokens from the one at hand on.</summary>
    public void ReportRun(DiagnosticCode code, int count, params ReadOnlySpan<string> arguments) =>
        Report(code, Current.Offset, Peek(count - 1).Offset + Peek(count - 1).Length - Current.Offset, arguments);

    /// <summary>Reports the token at hand as one that cannot stand here.</summary>
    public void ReportUnexpected()
    {
        if (!IsAtEnd) Report(DiagnosticCodes.UnexpectedToken, Current, Excerpt.Of(Written(Index, Index)));
        else if (!_endIsExplained) Report(DiagnosticCodes.ExpressionEndsEarly, Current);
        if (IsAtEnd) ExplainEnd();
    }

    /// <summary>Reports what lacks its other half; says nothing where the end has been reported already.</summary>
    public void ReportUnended(DiagnosticCode code, Token at, params ReadOnlySpan<string> arguments)
    {
        if (!IsAtEnd || !_endIsExplained) Report(code, at, arguments);
    }

    /// <summary>Reports a bound that is passed, and goes to the end.</summary>
    public BrokenSyntax Fail(DiagnosticCode code, Token at, params ReadOnlySpan<string> arguments)
    {
        Report(code, at, arguments);
        HasFailed = true;
        // INVARIANT: once failed the cursor stands at the end, where nothing is taken, so every loop of the parser ends.
        Index = list.Tokens.Length - 1;
        return new BrokenSyntax(at.Offset, at.Length);
    }

    /// <summary>What is written from one token to another.</summary>
    public string Written(int first, int last) =>
        last < first ? string.Empty : source.Text[list.Tokens[first].Offset..(list.Tokens[last].Offset + list.Tokens[last].Length)];

    private void ExplainEnd() => _endIsExplained = true;

    private void Report(DiagnosticCode code, int offset, int length, params ReadOnlySpan<string> arguments)
    {
        if (!HasFailed && _reported.Add(offset)) problems.Report(code, source.SpanOf(offset, length), arguments);
    }
}
