using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Reports;

/// <summary>Writes diagnostics as a SARIF 2.1.0 log with one run, for editors and code scanning services.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. Columns count UTF-16 units. May be shared between threads.</remarks>
public static class SarifDiagnosticWriter
{
    /// <summary>Writes diagnostics; the stream stays open.</summary>
    /// <param name="diagnostics">What was found, in its order.</param>
    /// <param name="task">What was done, such as <c>check</c>: for services that keep logs of several tasks apart.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<Diagnostic> diagnostics, string task, TextLanguage language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(output);
        Diagnostic[] all = [.. diagnostics];
        DiagnosticCode[] codes = [.. all.Select(d => d.Code).Distinct().OrderBy(c => c.Number)];
        SarifLog.Write(output, task, language, json =>
        {
            json.WriteStartObject("tool");
            SarifLog.WriteDriver(json, () => WriteCodes(json, codes, language));
            json.WriteEndObject();
            json.WriteStartArray("results");
            foreach (Diagnostic diagnostic in all) Write(json, diagnostic, Array.IndexOf(codes, diagnostic.Code), language);
            json.WriteEndArray();
        });
    }

    /// <summary>Writes a diagnostic as what a tool has to say of its own run.</summary>
    internal static void WriteNotification(Utf8JsonWriter json, Diagnostic diagnostic, TextLanguage language)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", diagnostic.Code.ToString());
        json.WriteEndObject();
        WriteText(json, diagnostic, language);
        json.WriteEndObject();
    }

    private static void WriteCodes(Utf8JsonWriter json, DiagnosticCode[] codes, TextLanguage language)
    {
        foreach (DiagnosticCode code in codes)
        {
            string what = DiagnosticTexts.Pattern(code, language);
            json.WriteStartObject();
            json.WriteString("id", code.ToString());
            SarifLog.WriteMessage(json, "shortDescription", what);
            SarifLog.WriteMessage(json, "fullDescription", what);
            SarifLog.WriteMessage(json, "help", DiagnosticTexts.HelpPattern(code, language) ?? what);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(code.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("problem.severity", LevelOf(code.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, int code, TextLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code.ToString());
        json.WriteNumber("ruleIndex", code);
        WriteText(json, diagnostic, language);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, Diagnostic diagnostic, TextLanguage language)
    {
        string message = diagnostic.Message(language);
        json.WriteString("level", LevelOf(diagnostic.Severity));
        SarifLog.WriteMessage(json, "message", diagnostic.Help(language) is { } help ? ReportTexts.Say(language, "machine.missingBecause", message, help) : message);
        if (diagnostic.Span is not { } span) return;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        SarifLog.WriteArtifact(json, span.File);
        if (span is { Line: > 0, Sheet: null }) WriteRegion(json, span);
        json.WriteEndObject();
        if (span.Sheet is not null) WriteCell(json, span);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string LevelOf(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? "error" : "warning";

    // In tables a column counts cells, and no text of the line is at hand.
    private static void WriteRegion(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", span.Line);
        if (span is { Column: > 0, LineText: not null })
        {
            json.WriteNumber("startColumn", span.Column);
            json.WriteNumber("endColumn", span.Column + span.Length);
        }

        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", span.Cell ?? span.Sheet);
        json.WriteString("fullyQualifiedName", span.Cell is { } cell ? $"{span.Sheet}!{cell}" : span.Sheet);
        json.WriteString("kind", span.Cell is null ? "sheet" : "cell");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
