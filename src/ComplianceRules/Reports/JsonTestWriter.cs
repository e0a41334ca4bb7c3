using System.Text.Json;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes what became of cases, and what they show of the rules, as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>test-report.schema.json</c>. May be shared between threads.</remarks>
public static class JsonTestWriter
{
    private const int SchemaVersion = 1;

    /// <summary>Writes a report; the stream stays open.</summary>
    /// <param name="report">What is written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(CaseReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            WriteCounts(json, report);
            json.WriteStartArray("failures");
            foreach (CaseResult result in report.Results.Where(r => !r.Passed)) Write(json, result);
            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach (RuleCoverage rule in report.Coverage.Rules) Write(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteCounts(Utf8JsonWriter json, CaseReport report)
    {
        CaseCoverage coverage = report.Coverage;
        json.WriteNumber("packs", coverage.Packs);
        json.WriteNumber("cases", report.Results.Length);
        json.WriteNumber("failed", report.Failed);
        json.WriteBoolean("complete", coverage.IsComplete);
        WriteShare(json, "boundaries", coverage.Boundaries, "covered", coverage.BoundariesCovered);
        WriteShare(json, "verdicts", coverage.Verdicts, "shown", coverage.VerdictsShown);
        json.WriteNumber("percent", coverage.Percent);
    }

    private static void WriteShare(Utf8JsonWriter json, string name, int all, string part, int count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("all", all);
        json.WriteNumber(part, count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("pack", result.Pack);
        json.WriteString("case", result.Case);
        WritePlace(json, result.Place);
        json.WriteStartArray("reasons");
        foreach (LocalText failure in result.Failures)
        {
            json.WriteStartObject();
            json.WriteString("zh", failure.Chinese);
            json.WriteString("en", failure.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleCoverage rule)
    {
        json.WriteStartObject();
        json.WriteString("pack", rule.Pack);
        json.WriteString("rule", rule.Rule);
        WritePlace(json, rule.Place);
        WriteVerdicts(json, "verdicts", rule.Verdicts);
        WriteVerdicts(json, "missingVerdicts", rule.MissingVerdicts);
        json.WriteStartArray("boundaries");
        foreach (BoundaryCoverage boundary in rule.Boundaries) Write(json, boundary);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BoundaryCoverage boundary)
    {
        json.WriteStartObject();
        json.WriteString("text", boundary.Text);
        if (boundary.Value is { } value)
        {
            json.WriteStartObject("value");
            json.WriteString("parameter", value.Parameter);
            json.WriteString("key", value.Key);
            JsonValues.WriteDate(json, "from", value.From);
            json.WriteString("season", value.Season?.ToString());
            JsonValues.WriteValue(json, "value", value.Value);
            json.WriteEndObject();
        }

        JsonValues.WriteTexts(json, "missing", boundary.Missing.Select(JsonNames.Of));
        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, string name, IEnumerable<Verdict> verdicts) => JsonValues.WriteTexts(json, name, verdicts.Select(FindingNames.Of));

    private static void WritePlace(Utf8JsonWriter json, SourceSpan place)
    {
        json.WriteString("file", place.File);
        JsonValues.WritePosition(json, "line", place.Line);
        JsonValues.WritePosition(json, "column", place.Column);
    }
}
