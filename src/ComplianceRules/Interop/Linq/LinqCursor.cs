using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Where the parser of a foreign expression stands; of one expression the first trouble is told, and nothing more is read.</summary>
internal sealed class LinqCursor(ImmutableArray<LinqToken> tokens, DiagnosticBag problems)
{
    private int _index;
    private int _depth;

    /// <summary>Whether something was refused.</summary>
    public bool HasFailed { get; private set; }

    public LinqToken Current => tokens[_index];

    /// <summary>The token before the one at hand.</summary>
    public LinqToken Last => tokens[Math.Max(0, _index - 1)];

    public LinqToken Peek(int ahead) => tokens[Math.Min(_index + ahead, tokens.Length - 1)];

    public LinqToken Next() => tokens[_index < tokens.Length - 1 ? _index++ : _index];

    /// <summary>Takes a sign where it is the one at hand.</summary>
    public bool Take(string sign)
    {
        if (!Current.IsSign(sign)) return false;
        Next();
        return true;
    }

    /// <summary>Takes a sign that must be there.</summary>
    public void Expect(string sign)
    {
        if (!Take(sign)) Unexpected();
    }

    public LinqBroken Unexpected() => Fail(DiagnosticCodes.ForeignUnexpected, Current, Current.Kind == LinqTokenKind.End ? "…" : Current.Place.Text);

    /// <summary>Reports the trouble, and goes to the end, where nothing more is taken.</summary>
    public LinqBroken Fail(DiagnosticCode code, LinqToken at, params ReadOnlySpan<string> arguments)
    {
        if (!HasFailed) problems.Report(code, at.Place.Span, arguments);
        HasFailed = true;
        _index = tokens.Length - 1;
        return new LinqBroken(at.Place);
    }

    /// <summary>Reads a part one level further in.</summary>
    public LinqSyntax Deeper(Func<LinqSyntax> read)
    {
        if (_depth == LinqBounds.Nesting) return TooDeep();
        _depth++;
        LinqSyntax syntax = read();
        _depth--;
        return syntax;
    }

    public LinqBroken TooDeep() => Fail(DiagnosticCodes.ForeignTooDeep, Current, LinqBounds.Nesting.ToString(CultureInfo.InvariantCulture));
}
