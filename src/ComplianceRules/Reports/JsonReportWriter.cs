using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>assessment.schema.json</c>. May be shared between threads.</remarks>
public sealed class JsonReportWriter : IReportWriter
{
    private const int FlushAt = 1 << 16;

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            AssessmentJson.Write(json, assessment, () =>
            {
                if (json.BytesPending > FlushAt) json.Flush();
            });
        }

        output.Write("\n"u8);
    }
}
