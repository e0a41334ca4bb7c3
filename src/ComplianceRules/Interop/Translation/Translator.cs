using System.Globalization;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Says the expressions of one rule in the rule language.</summary>
/// <remarks>For one thread. A null answer means that the trouble has been reported.</remarks>
internal sealed class Translator
{
    private readonly NameSayer _names;
    private readonly CallSayer _calls;
    private readonly OperatorSayer _operators;
    private readonly LinqTexts _texts;
    private readonly Dictionary<WorkflowParameter, Said?> _parameters = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<WorkflowParameter> _open = new(ReferenceEqualityComparer.Instance);

    public Translator(FactSchema schema, InputMap inputs, TableSchema subject, LinqTexts texts)
    {
        (Schema, Inputs, Subject, _texts) = (schema, inputs, subject, texts);
        _names = new NameSayer(this);
        _calls = new CallSayer(this);
        _operators = new OperatorSayer(this);
    }

    public FactSchema Schema { get; }

    public InputMap Inputs { get; }

    /// <summary>The table whose rows the rule judges.</summary>
    public TableSchema Subject { get; }

    /// <summary>Why something cannot be said.</summary>
    public DiagnosticBag Problems { get; } = new();

    /// <summary>Where what is said means something else than it did.</summary>
    public DiagnosticBag Differences { get; } = new();

    /// <summary>Says the expression of a text.</summary>
    public Said? SayText(JsonNode source, TranslationScope scope) => _texts.Read(source, Problems) is { } syntax ? Say(syntax, scope) : null;

    /// <summary>Says a part.</summary>
    public Said? Say(LinqSyntax syntax, TranslationScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Said? said = syntax switch
        {
            LinqNumber number => Literals.Number(number.Value, number.Kind),
            LinqText text => Literals.Text(text.Content),
            LinqTruth truth => Literals.Truth(truth.Truth),
            LinqNull => new Said("null", SaidLevel.Primary, SaidKind.Null, new MeaningNull()) { IsConstant = true },
            LinqName name => _names.Name(name, scope),
            LinqMember member => _names.Member(member, scope),
            LinqCall call => _calls.Call(call, scope),
            LinqUnary unary => _operators.Unary(unary, scope),
            LinqBinary binary => _operators.Binary(binary, scope),
            LinqConditional choice => _operators.Choice(choice, choice.Condition, choice.Then, choice.Otherwise, scope),
            LinqIn among => _operators.Among(among, scope),
            _ => Refuse(syntax),
        };
        if (said is null || said.Text.Length <= LinqBounds.Characters) return said;
        Problems.Report(DiagnosticCodes.ParametersGrow, syntax.Place.Span, LinqBounds.Characters.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    /// <summary>Says a parameter, once.</summary>
    public Said? SayParameter(WorkflowParameter parameter, TranslationScope scope)
    {
        if (_parameters.TryGetValue(parameter, out Said? known)) return known;
        if (!_open.Add(parameter)) return null;
        Said? said = SayText(parameter.Expression, scope);
        _parameters.Add(parameter, said);
        return said;
    }

    /// <summary>What a parameter means, whether or not the rule reads it; null where that cannot be said. Of one that is not read, and may fail for another reason than null, it is told.</summary>
    public Meaning? MeaningOf(WorkflowParameter parameter, TranslationScope scope)
    {
        if (_parameters.TryGetValue(parameter, out Said? known)) return known?.Meaning;
        Translator aside = new(Schema, Inputs, Subject, _texts);
        Said? said = aside.SayParameter(parameter, scope);
        bool mayFail = said is null || aside.Differences.InOrderFound.Any(d => d.Code == DiagnosticCodes.EmptyList || d.Code == DiagnosticCodes.DivisionByZeroDiffers);
        if (mayFail) Tell(new Diagnostic(DiagnosticCodes.ParameterUnread, parameter.Name.Span, parameter.Name.Text));
        return said?.Meaning;
    }

    /// <summary>Reports that something has no counterpart.</summary>
    public Said? Refuse(LinqSyntax syntax) => Refuse(DiagnosticCodes.NotTranslated, syntax, syntax.Place.Text);

    public Said? Refuse(DiagnosticCode code, LinqSyntax syntax, params ReadOnlySpan<string> arguments)
    {
        Problems.Report(code, syntax.Place.Span, arguments);
        return null;
    }

    /// <summary>Tells a difference of meaning.</summary>
    public void Tell(DiagnosticCode code, LinqSyntax syntax, params ReadOnlySpan<string> arguments) => Tell(new Diagnostic(code, syntax.Place.Span, arguments));

    private void Tell(Diagnostic told)
    {
        bool isKnown = Differences.InOrderFound.Any(d => d.Code == told.Code && d.Arguments.SequenceEqual(told.Arguments));
        if (!isKnown) Differences.Add(told);
    }
}
