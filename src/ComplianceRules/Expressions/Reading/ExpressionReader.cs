using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Reads the text of an expression into what is written there.</summary>
/// <remarks>The bounds are asked before anything recurses: first characters, then tokens, then nesting and nodes while parsing.</remarks>
internal static class ExpressionReader
{
    /// <summary>What is written; null where a bound is passed, which has been reported.</summary>
    /// <remarks>Where there was trouble, which has been reported, a <see cref="BrokenSyntax"/> stands in its place, so that the rest can be typed all the same.</remarks>
    /// <param name="source">A JSON string.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="wideNumbers">Whether numbers are as wide as those of CEL: ints of 64 bits, decimals as written for a double. A pack's numbers have at most 15 digits.</param>
    public static Syntax? Read(JsonNode source, DiagnosticBag problems, bool wideNumbers = false)
    {
        if (source.Text.Length > ExpressionBounds.Characters)
        {
            problems.Report(DiagnosticCodes.ExpressionTooLong, source.SpanOf(0, 1), ExpressionBounds.Text(ExpressionBounds.Characters));
            return null;
        }

        return ExpressionLexer.Read(source, wideNumbers, problems) is { } tokens ? new ExpressionParser(new TokenCursor(source, tokens, problems)).Parse() : null;
    }
}
