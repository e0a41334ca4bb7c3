using System.Collections.Immutable;

namespace ComplianceRules.Diagnostics;

/// <summary>One trouble found in what an author or a data clerk wrote: what, where, and what helps.</summary>
/// <remarks>Immutable. The texts come from the resources by code; arguments are names and values, which read the same in both languages.</remarks>
public sealed record Diagnostic
{
    /// <summary>Makes a diagnostic.</summary>
    /// <param name="code">What kind of trouble it is.</param>
    /// <param name="span">Where it stands; null where there is no place.</param>
    /// <param name="arguments">What fills the placeholders of the text, in order.</param>
    public Diagnostic(DiagnosticCode code, SourceSpan? span, params ReadOnlySpan<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(code);
        Code = code;
        Span = span;
        Arguments = [.. arguments];
    }

    /// <summary>What kind of trouble it is.</summary>
    public DiagnosticCode Code { get; }

    /// <summary>How grave it is.</summary>
    public DiagnosticSeverity Severity => Code.Severity;

    /// <summary>Where it stands; null where there is no place.</summary>
    public SourceSpan? Span { get; }

    /// <summary>What fills the placeholders of the text, in order.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The nearest name that would have been right; null where none is near.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>What happened: one lower-case sentence without a full stop.</summary>
    /// <param name="language">The language of the sentence.</param>
    public string Message(TextLanguage language) => DiagnosticTexts.Message(Code, Arguments, language);

    /// <summary>What helps: the nearest name, else the advice that goes with the code; null where there is neither.</summary>
    /// <param name="language">The language of the advice.</param>
    public string? Help(TextLanguage language) =>
        DidYouMean is null ? DiagnosticTexts.Help(Code, Arguments, language) : DiagnosticTexts.DidYouMean(DidYouMean, language);

    /// <summary>The line an author reads: <c>file(line,column): error CR2003: message (help)</c>.</summary>
    /// <param name="language">The language of the line.</param>
    public string ToText(TextLanguage language)
    {
        string place = Span is null ? string.Empty : $"{Span}: ";
        string grade = DiagnosticTexts.Grade(Severity, language);
        string? help = Help(language);
        return help is null ? $"{place}{grade} {Code}: {Message(language)}" : $"{place}{grade} {Code}: {Message(language)} ({help})";
    }

    /// <summary>The line in English.</summary>
    public override string ToString() => ToText(TextLanguage.English);
}
