using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment in one format.</summary>
public interface IReportWriter
{
    /// <summary>Writes everything; the same assessment gives the same bytes.</summary>
    /// <param name="assessment">What to write.</param>
    /// <param name="output">Where to; left open.</param>
    /// <exception cref="System.IO.IOException">The output cannot be written; what is there so far is no whole report.</exception>
    void Write(Assessment assessment, Stream output);
}
