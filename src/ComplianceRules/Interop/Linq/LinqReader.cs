using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Reads the text of an expression of Dynamic LINQ into what is written there.</summary>
internal static class LinqReader
{
    /// <summary>What is written; null where it cannot be read, which has been reported.</summary>
    /// <param name="source">A JSON string.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static LinqSyntax? Read(JsonNode source, DiagnosticBag problems)
    {
        if (source.Text.Length > LinqBounds.Characters)
        {
            problems.Report(DiagnosticCodes.ForeignTooLong, source.SpanOf(0, 1), LinqBounds.Characters.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        ImmutableArray<LinqToken> tokens = LinqLexer.Read(source, problems);
        if (tokens.IsEmpty) return null;
        LinqCursor cursor = new(tokens, problems);
        LinqSyntax syntax = new LinqParser(cursor).Whole();
        return cursor.HasFailed ? null : syntax;
    }
}
