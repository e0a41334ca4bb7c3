using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>What every part of the typer needs: the names, the text being typed, and where trouble goes.</summary>
internal sealed class TypingContext(ExpressionScope scope, JsonNode source, DiagnosticBag problems)
{
    public ExpressionScope Scope { get; } = scope;

    public Place At(Syntax syntax) => new(source, syntax);

    /// <summary>Reports trouble and gives nothing, so that what is around it stays quiet.</summary>
    public TypedExpression? Refuse(DiagnosticCode code, Syntax at, params ReadOnlySpan<string> arguments)
    {
        problems.Report(code, At(at).Span, arguments);
        return null;
    }

    /// <summary>Reports a name that is not known, with the one that was probably meant.</summary>
    public TypedExpression? RefuseName(DiagnosticCode code, Syntax at, string? meant, params ReadOnlySpan<string> arguments)
    {
        problems.Add(new Diagnostic(code, At(at).Span, arguments) { DidYouMean = meant });
        return null;
    }
}
