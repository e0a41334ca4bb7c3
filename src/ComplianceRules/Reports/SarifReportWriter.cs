using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as a SARIF 2.1.0 log with one run, as code scanning services and editors read it.</summary>
/// <remarks>
/// UTF-8 without a byte order mark; lines end with a line feed. Each rule in force is a descriptor, each finding a result: a breach <c>fail</c>, an undetermined row <c>open</c>, so
/// that it never looks like a pass, a waived breach <c>fail</c> with a suppression. Findings are about rows: they have logical places, and a physical one only where
/// <see cref="ReportOptions.Data"/> names a file. Rows of personal tables are never listed, whatever the assessment holds; they are results that count. May be shared between threads.
/// </remarks>
/// <param name="options">The language of the run, and the file that the facts came from.</param>
public sealed class SarifReportWriter(ReportOptions options) : IReportWriter
{
    private const int FlushAt = 1 << 16;

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        FindingLines lines = new(assessment.Schema, options.Language);
        SarifRules rules = new(assessment, lines, options.Language);
        SarifLog.Write(output, "evaluate", options.Language, json =>
        {
            WriteResults(json, assessment, new SarifResults(rules, lines, options));

            // After the results: by then it is known which limits they were held to.
            json.WriteStartObject("tool");
            SarifLog.WriteDriver(json, () => rules.Write(json));
            WritePacks(json, assessment);
            json.WriteEndObject();
            WriteData(json, assessment);
            WriteProperties(json, assessment);
        });
    }

    private static void WriteResults(Utf8JsonWriter json, Assessment assessment, SarifResults results)
    {
        json.WriteStartArray("results");
        foreach (Finding finding in assessment.Findings)
        {
            if (finding.Subject is { } row && assessment.Schema.IsPersonal(row.Table)) continue;
            results.Write(json, finding);
            if (json.BytesPending > FlushAt) json.Flush();
        }

        foreach (PersonalCount count in assessment.PersonalCounts) results.Write(json, count);
        json.WriteEndArray();
    }

    private static void WritePacks(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("extensions");
        foreach (PackIdentity pack in assessment.Packs)
        {
            json.WriteStartObject();
            json.WriteString("name", pack.Id);
            json.WriteString("version", pack.Version);
            json.WriteStartObject("properties");
            json.WriteString("region", pack.Region?.Text);
            json.WriteString("sha256", pack.Sha256);
            json.WriteBoolean("hasRows", pack.HasRows);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // What the data had that could not be used decides how much the results are worth.
    private void WriteData(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (Diagnostic problem in assessment.Data.Skipped.Concat(assessment.Data.Issues)) SarifDiagnosticWriter.WriteNotification(json, problem, options.Language);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, Assessment assessment)
    {
        ShownCounts counts = assessment.Shown;
        json.WriteStartObject("properties");
        JsonValues.WriteDate(json, "asOf", assessment.AsOf);
        JsonValues.WriteCount(json, "compliant", counts.Compliant);
        JsonValues.WriteCount(json, "nonCompliant", counts.NonCompliant);
        JsonValues.WriteCount(json, "undetermined", counts.Undetermined);
        JsonValues.WriteCount(json, "notApplicable", counts.NotApplicable);
        JsonValues.WriteCount(json, "waived", counts.Waived);
        json.WriteEndObject();
    }
}
