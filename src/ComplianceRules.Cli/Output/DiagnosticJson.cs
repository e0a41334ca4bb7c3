using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Output;

/// <summary>Diagnostics as a JSON array, for editors and build servers.</summary>
internal static class DiagnosticJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>One a line, each a document of its own, or an array.</summary>
    public static void Write(IEnumerable<Diagnostic> diagnostics, Stream output, bool isArray)
    {
        if (isArray)
        {
            Write(diagnostics, output);
            return;
        }

        foreach (Diagnostic diagnostic in diagnostics)
        {
            using (Utf8JsonWriter json = new(output, Options with { Indented = false })) Write(diagnostic, json);
            output.Write("\n"u8);
        }
    }

    public static void Write(IEnumerable<Diagnostic> diagnostics, Stream output)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartArray();
            foreach (Diagnostic diagnostic in diagnostics) Write(diagnostic, json);
            json.WriteEndArray();
        }

        output.Write("\n"u8);
    }

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        SourceSpan? span = diagnostic.Span;
        json.WriteStartObject();
        json.WriteString("file", span?.File);
        json.WriteString("sheet", span?.Sheet);
        WriteKnown(json, "line", span?.Line);
        WriteKnown(json, "column", span?.Column);
        json.WriteString("cell", span?.Cell);
        WriteKnown(json, "length", span?.Column > 0 ? span.Length : null);
        json.WriteString("code", diagnostic.Code.ToString());
        json.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        WriteText(json, "message", diagnostic.Message(TextLanguage.Chinese), diagnostic.Message(TextLanguage.English));
        WriteText(json, "help", diagnostic.Help(TextLanguage.Chinese), diagnostic.Help(TextLanguage.English));
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, int? number)
    {
        if (number is > 0) json.WriteNumber(name, number.Value);
        else json.WriteNull(name);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? chinese, string? english)
    {
        if (chinese is null || english is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("zh", chinese);
        json.WriteString("en", english);
        json.WriteEndObject();
    }
}
