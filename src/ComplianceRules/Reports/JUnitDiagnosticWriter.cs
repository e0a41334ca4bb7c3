using ComplianceRules.Diagnostics;

namespace ComplianceRules.Reports;

/// <summary>Writes diagnostics as JUnit XML, each a case that could not be decided: what a build server gets where data is refused and there is no report.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. May be shared between threads.</remarks>
public static class JUnitDiagnosticWriter
{
    /// <summary>Writes diagnostics; the stream stays open.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<Diagnostic> diagnostics, TextLanguage language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(output);
        JUnitCase[] cases = [.. diagnostics.Select(d => new JUnitCase(d.Code.ToString(), d.Span?.ToString() ?? d.Code.ToString(), JUnitOutcome.Error) { Type = d.Code.ToString(), Message = d.Message(language), Details = d.ToText(language) })];
        JUnitCounts counts = cases.Aggregate(default(JUnitCounts), (sum, one) => sum.With(one.Outcome));
        using JUnitXml xml = new(output, "compliance-rules", counts);
        xml.BeginSuite("data", counts, []);
        foreach (JUnitCase @case in cases) xml.Write(@case);
        xml.EndSuite();
    }
}
