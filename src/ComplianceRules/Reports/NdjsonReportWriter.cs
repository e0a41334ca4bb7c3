using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as JSON lines: a finding a line, and last everything but the findings.</summary>
/// <remarks>UTF-8 without a byte order mark; every line, the last too, ends with a line feed. <see cref="NdjsonFindingWriter"/> writes the same while data is judged. May be shared between threads.</remarks>
public sealed class NdjsonReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using NdjsonFindingWriter lines = new(output, assessment.IncludesPersonal);
        lines.Take(assessment.Findings);
        lines.End(assessment);
    }
}
