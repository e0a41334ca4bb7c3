using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Reads the text of an expression into what is written there.</summary>
/// <remarks>The bounds are asked before anything recurses: first characters, then tokens, then nesting and nodes while parsing.</remarks>
internal static class ExpressionReader
{
    /// <summary>The tree of an expression; null where it cannot be read, which has been reported.</summary>
    /// <param name="source">A JSON string.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Syntax? Read(JsonNode source, DiagnosticBag problems)
    {
        if (source.Text.Length > ExpressionBounds.Characters)
        {
            problems.Report(DiagnosticCodes.ExpressionTooLong, source.SpanOf(0, 1), ExpressionBounds.Text(ExpressionBounds.Characters));
            return null;
        }

        return ExpressionLexer.Read(source, problems) is { } tokens ? new ExpressionParser(source, [.. tokens], problems).Parse() : null;
    }
}
