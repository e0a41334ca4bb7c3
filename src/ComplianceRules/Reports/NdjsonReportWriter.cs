using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as JSON lines: first everything but the findings, then a finding a line.</summary>
/// <remarks>UTF-8 without a byte order mark; every line, the last too, ends with a line feed. May be shared between threads.</remarks>
public sealed class NdjsonReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: false));
        json.WriteStartObject();
        AssessmentJson.WriteHead(json, assessment);
        json.WriteEndObject();
        EndLine(json, output);
        foreach (Finding finding in assessment.Findings)
        {
            FindingJson.Write(json, finding, assessment.IncludesPersonal);
            EndLine(json, output);
        }
    }

    private static void EndLine(Utf8JsonWriter json, Stream output)
    {
        json.Flush();
        output.Write("\n"u8);
        json.Reset();
    }
}
