using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What became of expressions that were tried, one JSON object a line.</summary>
public static class TrialJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line: <c>{"id", "type", "value"}</c>, <c>{"id", "undetermined": […]}</c> or <c>{"id", "errors": […]}</c>.</summary>
    /// <param name="output">Takes the line, at once and whole.</param>
    /// <param name="id">The id as JSON writes it, such as <see cref="TrialLine.Id"/>.</param>
    /// <param name="result">The result.</param>
    /// <param name="line">The number of the line that was read, from 1; it stands with errors.</param>
    /// <param name="language">The language of messages.</param>
    public static void WriteLine(Stream output, string id, TrialResult result, long line, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(result);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(id);
            Write(json, result, line, language);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
    }

    /// <summary>What a type is called.</summary>
    /// <param name="type">The type.</param>
    public static string NameOf(TrialType type) => type switch
    {
        TrialType.Bool => "bool",
        TrialType.Whole => "int",
        TrialType.Number => "number",
        TrialType.Text => "text",
        TrialType.Date => "date",
        TrialType.Time => "time",
        TrialType.List => "list",
        TrialType.Set => "set",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static void Write(Utf8JsonWriter json, TrialResult result, long line, TextLanguage language)
    {
        switch (result)
        {
            case TrialValue value:
                json.WriteString("type", NameOf(value.Type));
                json.WritePropertyName("value");
                Write(json, value);
                break;
            case TrialUndetermined open:
                Write(json, open);
                break;
            case TrialErrors errors:
                Write(json, errors, language);
                json.WriteNumber("line", line);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(result));
        }
    }

    private static void Write(Utf8JsonWriter json, TrialValue value)
    {
        switch (value.Type)
        {
            case TrialType.Bool:
                json.WriteBooleanValue(value.Text == "true");
                break;
            case TrialType.Whole or TrialType.Number:
                json.WriteRawValue(value.Text);
                break;
            case TrialType.List or TrialType.Set:
                json.WriteStartArray();
                foreach (TrialValue item in value.Items) Write(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.Text);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, TrialUndetermined open)
    {
        json.WriteStartArray("undetermined");
        foreach (string path in open.Missing.Select(m => m.Path).Distinct(StringComparer.Ordinal)) json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (MissingFact fact in open.Missing)
        {
            json.WriteStartObject();
            json.WriteString("path", fact.Path);
            json.WriteString("reason", FindingNames.Of(fact.Reason));
            json.WriteNumber("rows", fact.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TrialErrors errors, TextLanguage language)
    {
        json.WriteStartArray("errors");
        foreach (Diagnostic problem in errors.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code.ToString());
            json.WriteNumber("column", Math.Max(1, problem.Span?.Column ?? 1));
            json.WriteString("message", problem.Message(language));
            if (problem.Help(language) is { } help) json.WriteString("help", help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
