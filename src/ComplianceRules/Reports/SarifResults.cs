using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Findings as results of a SARIF log.</summary>
/// <remarks>For one thread and one log.</remarks>
/// <param name="rules">The rules, which hear what was found.</param>
/// <param name="lines">Words.</param>
/// <param name="options">The language and the file of the facts.</param>
internal sealed class SarifResults(SarifRules rules, FindingLines lines, ReportOptions options)
{
    private const string None = "none";
    private const int HashBytes = 8;

    /// <summary>Writes one finding.</summary>
    public void Write(Utf8JsonWriter json, Finding finding)
    {
        int? place = rules.PlaceOf(finding);
        rules.Hear(place, finding);
        string subject = rules.SubjectOf(place);
        json.WriteStartObject();
        WriteRule(json, finding.Rule, place);
        WriteKind(json, finding.Verdict, finding.Severity);
        SarifLog.WriteMessage(json, "message", lines.Sentence(finding, subject));
        WritePlaces(json, finding.Subject, subject);
        WriteFingerprints(json, finding.Rule, finding.Pack, finding.Subject?.ToString() ?? $"{subject} {string.Join(' ', finding.Missing.Select(m => m.Path))}");
        if (finding.Verdict == Verdict.Waived) WriteSuppression(json, finding);
        json.WriteStartObject("properties");
        json.WriteString("verdict", FindingNames.Of(finding.Verdict));
        json.WriteString("severity", FindingNames.Of(finding.Severity));
        WriteEvidence(json, finding);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes how many persons have a verdict.</summary>
    public void Write(Utf8JsonWriter json, PersonalCount count)
    {
        int? place = rules.PlaceOf(count.Rule);
        string parent = count.Parent?.ToString() ?? string.Empty;
        json.WriteStartObject();
        WriteRule(json, count.Rule, place);
        WriteKind(json, count.Verdict, count.Severity);
        SarifLog.WriteMessage(json, "message", lines.Persons(count));
        WritePlaces(json, count.Parent, rules.SubjectOf(place));
        WriteFingerprints(json, count.Rule, string.Empty, $"{parent} {FindingNames.Of(count.Verdict)}");
        if (count.Verdict == Verdict.Waived) WriteSuppression(json, null);
        json.WriteStartObject("properties");
        json.WriteString("verdict", FindingNames.Of(count.Verdict));
        json.WriteString("severity", FindingNames.Of(count.Severity));
        JsonValues.WriteCount(json, "persons", count.Rows);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string rule, int? place)
    {
        json.WriteString("ruleId", rule);
        if (place is { } number) json.WriteNumber("ruleIndex", number);
    }

    // What is neither broken nor excused has no level; what could not be decided is open, never a pass.
    private static void WriteKind(Utf8JsonWriter json, Verdict verdict, Severity severity)
    {
        json.WriteString("kind", verdict switch
        {
            Verdict.NonCompliant or Verdict.Waived => "fail",
            Verdict.Compliant => "pass",
            Verdict.NotApplicable => "notApplicable",
            _ => "open",
        });
        json.WriteString("level", verdict is Verdict.NonCompliant or Verdict.Waived ? SarifRules.LevelOf(severity) : None);
    }

    private void WritePlaces(Utf8JsonWriter json, Subject? row, string table)
    {
        if (row is null && table.Length == 0 && options.Data is null) return;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (options.Data is { } file) WriteFile(json, file);
        if (row is not null || table.Length > 0) WriteRow(json, row, table);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Facts do not remember their lines. Services that want a line of every result get the first one.
    private static void WriteFile(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("physicalLocation");
        SarifLog.WriteArtifact(json, file);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, Subject? row, string table)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", row is null ? table : HarmlessText.Of(row.Name ?? row.Id));
        json.WriteString("fullyQualifiedName", row is null ? table : HarmlessText.Of(row.ToString()));
        json.WriteString("kind", row?.Table ?? "table");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // GitHub tells findings apart by the second name alone, whatever the line; of one line it would take all findings of a rule for the same.
    private static void WriteFingerprints(Utf8JsonWriter json, string rule, string pack, string subject)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{pack}\n{subject}"));
        string digits = Convert.ToHexStringLower(hash.AsSpan(0, HashBytes));
        json.WriteStartObject("partialFingerprints");
        json.WriteString("ruleAndRow/v1", digits);
        json.WriteString("primaryLocationLineHash", $"{digits}:1");
        json.WriteEndObject();
    }

    private void WriteSuppression(Utf8JsonWriter json, Finding? finding)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        if (finding is not null) json.WriteString("justification", HarmlessText.Of(lines.Excuse(finding)));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteEvidence(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Subject is null) JsonValues.WriteCount(json, "rows", finding.ShownRows);
        if (finding.Observed is { } observed) JsonValues.WriteValue(json, "observed", observed);
        if (finding.Limit is { } limit) JsonValues.WriteValue(json, "limit", limit);
        if (finding.Margin is { } margin) JsonValues.WriteValue(json, "margin", margin);
        if (finding.Unit is { } unit) json.WriteString("unit", unit);
        if (finding.LimitSource is { } law) json.WriteString("limitSource", lines.Law(law));
        if (!finding.Missing.IsEmpty) JsonValues.WriteTexts(json, "missing", finding.Missing.Select(m => m.Path).Distinct(StringComparer.Ordinal));
        if (finding.Correction is { } correction && lines.Correction(finding) is { } sentence)
        {
            json.WriteStartObject("correction");
            json.WriteString("kind", FindingNames.Of(correction.Kind));
            json.WriteString("text", HarmlessText.Of(sentence));
            if (correction.Cost is { } cost) json.WriteNumber("cost", cost);
            json.WriteEndObject();
        }

        if (finding.Place is { } place) WritePlace(json, place);
    }

    private static void WritePlace(Utf8JsonWriter json, FindingPlace place)
    {
        json.WriteStartObject("place");
        json.WriteString("school", place.School?.Id);
        json.WriteString("schoolName", place.School?.Name is { } school ? HarmlessText.Of(school) : null);
        json.WriteString("region", place.Region?.Text);
        json.WriteString("regionName", place.RegionName is { } region ? HarmlessText.Of(region) : null);
        json.WriteEndObject();
    }
}
