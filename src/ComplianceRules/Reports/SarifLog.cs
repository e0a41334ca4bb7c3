using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What every SARIF log of this library has: one run, its tool, places, and texts that viewers read as they were meant.</summary>
/// <remarks>The shape is that of SARIF 2.1.0.</remarks>
internal static class SarifLog
{
    /// <summary>The name under which relative places of files stand; who reads the log says which folder that is.</summary>
    public const string Root = "%SRCROOT%";

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string ToolName = "compliance-rules";

    /// <summary>Writes a log with one run.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="task">What was done: runs of another task do not take the place of this one.</param>
    /// <param name="language">The language of the run.</param>
    /// <param name="write">Writes what else the run has, into the object that is open.</param>
    public static void Write(Stream output, string task, TextLanguage language, Action<Utf8JsonWriter> write)
    {
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteString("language", language == TextLanguage.Chinese ? "zh-CN" : "en");
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartObject("automationDetails");
            json.WriteString("id", $"{ToolName}/{task}/");
            json.WriteEndObject();
            write(json);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Writes the tool into an object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="rules">Writes the rules, into the array that is open.</param>
    public static void WriteDriver(Utf8JsonWriter json, Action rules)
    {
        json.WriteStartObject("driver");
        json.WriteString("name", ToolName);
        json.WriteString("version", typeof(SarifLog).Assembly.GetName().Version?.ToString(3));
        json.WriteStartArray("rules");
        rules();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a text; it is harmless, and what viewers would take for a link or a placeholder is marked as none.</summary>
    public static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Literal(text));
        json.WriteEndObject();
    }

    /// <summary>Writes which file is meant.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="file">The path as the caller gave it.</param>
    public static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        bool isRooted = file.StartsWith('/') || file.StartsWith('\\') || (file.Length > 1 && file[1] == ':');
        string path = string.Join('/', file.Replace('\\', '/').Split('/').Where(s => s != ".").Select(Uri.EscapeDataString));
        if (isRooted) json.WriteString("uri", $"file:///{path.TrimStart('/').Replace("%3A", ":", StringComparison.Ordinal)}");
        else json.WriteString("uri", path);
        if (!isRooted) json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    // `[x](y)` is a link wherever it stands, and `{0}` a place to be filled.
    private static string Literal(string text) =>
        HarmlessText.Of(text).Replace("](", "] (", StringComparison.Ordinal).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
