using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Cuts a foreign expression into words, literals and signs; stops at the first thing that is none.</summary>
internal sealed class LinqLexer
{
    private static readonly string[] TwoSigns = ["=>", "==", "!=", "<=", "<>", ">=", "&&", "||", "??", "?.", "<<", ">>"];

    private readonly JsonNode _source;
    private readonly DiagnosticBag _problems;
    private readonly ImmutableArray<LinqToken>.Builder _tokens = ImmutableArray.CreateBuilder<LinqToken>();

    private LinqLexer(JsonNode source, DiagnosticBag problems) => (_source, _problems) = (source, problems);

    /// <summary>The tokens, with the end as the last; empty where something is wrong, which has been reported.</summary>
    public static ImmutableArray<LinqToken> Read(JsonNode source, DiagnosticBag problems)
    {
        LinqLexer lexer = new(source, problems);
        return lexer.ReadAll() ? lexer._tokens.ToImmutable() : [];
    }

    private string Text => _source.Text;

    private bool ReadAll()
    {
        int at = 0;
        while (at < Text.Length)
        {
            if (char.IsWhiteSpace(Text[at]))
            {
                at++;
                continue;
            }

            if (_tokens.Count == LinqBounds.Tokens) return Refuse(DiagnosticCodes.ForeignTooManyTokens, at, 1, LinqBounds.Tokens.ToString(CultureInfo.InvariantCulture)) > 0;
            at = Next(at);
            if (at < 0) return false;
        }

        _tokens.Add(new LinqToken(LinqTokenKind.End, new LinqPlace(_source, Text.Length, 0), string.Empty));
        return true;
    }

    // The place after the token; below zero where there is none.
    private int Next(int start) => Text[start] switch
    {
        '"' or '\'' => ReadText(start),
        >= '0' and <= '9' => Number(start),
        '_' or '@' => Name(start),
        var c when char.IsLetter(c) => Name(start),
        _ => Sign(start),
    };

    private int Name(int start)
    {
        int end = start + 1;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] == '_')) end++;
        string name = Text[start..end];
        bool isSign = LinqWords.IsSign(name) && !IsAfterDot();
        return Add(isSign ? LinqTokenKind.Sign : LinqTokenKind.Name, start, end, isSign ? LinqWords.SignOf(name) : name);
    }

    private bool IsAfterDot() => _tokens.Count > 0 && _tokens[^1].IsSign(".");

    private int Sign(int start)
    {
        foreach (string sign in TwoSigns)
        {
            if (string.CompareOrdinal(Text, start, sign, 0, 2) == 0) return Add(LinqTokenKind.Sign, start, start + 2, sign);
        }

        if ("!%&()*+,-./:<=>?[]{}|$^~".Contains(Text[start], StringComparison.Ordinal)) return Add(LinqTokenKind.Sign, start, start + 1, Text[start].ToString());
        Rune rune = Rune.TryGetRuneAt(Text, start, out Rune whole) ? whole : Rune.ReplacementChar;
        return Refuse(DiagnosticCodes.ForeignSign, start, rune.Utf16SequenceLength, rune.ToString());
    }

    private int Number(int start)
    {
        int end = LinqNumberText.End(Text, start);
        if (LinqNumberText.Value(Text[start..end]) is not { } number) return Refuse(DiagnosticCodes.ForeignNumber, start, end - start, new LinqPlace(_source, start, end - start).Text);
        _tokens.Add(new LinqToken(LinqTokenKind.Number, new LinqPlace(_source, start, end - start), Text[start..end]) { Value = number.Value, NumberKind = number.Kind });
        return end;
    }

    private int ReadText(int start)
    {
        char quote = Text[start];
        int end = start + 1;
        while (end < Text.Length && Text[end] != quote) end += Text[end] == '\\' ? 2 : 1;
        if (end >= Text.Length) return Refuse(DiagnosticCodes.ForeignText, start, 1, new LinqPlace(_source, start, Text.Length - start).Text);
        string? content = LinqTextEscapes.Resolve(Text[(start + 1)..end]);
        if (content is null || (quote == '\'' && content.Length != 1) || PlainText.FirstFault(content, isName: false) is not null) return Refuse(DiagnosticCodes.ForeignText, start, end + 1 - start, new LinqPlace(_source, start, end + 1 - start).Text);
        return Add(LinqTokenKind.Text, start, end + 1, content);
    }

    private int Add(LinqTokenKind kind, int start, int end, string text)
    {
        _tokens.Add(new LinqToken(kind, new LinqPlace(_source, start, end - start), text));
        return end;
    }

    private int Refuse(DiagnosticCode code, int start, int length, params ReadOnlySpan<string> arguments)
    {
        _problems.Report(code, _source.SpanOf(start, length), arguments);
        return -1;
    }
}
