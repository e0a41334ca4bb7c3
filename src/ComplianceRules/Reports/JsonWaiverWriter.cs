using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes the waivers of an assessment and nothing else, as one indented JSON array.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>waivers.schema.json</c>: each item that of <c>waiverSummary</c> in an assessment. May be shared between threads.</remarks>
public static class JsonWaiverWriter
{
    /// <summary>Writes the waivers; the stream stays open.</summary>
    /// <param name="assessment">What was found.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true))) WaiverJson.WriteItems(json, assessment.Waivers, null);
        output.Write("\n"u8);
    }
}
