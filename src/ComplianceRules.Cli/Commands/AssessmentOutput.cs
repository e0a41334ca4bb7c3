using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary>Writes an assessment in the format that a caller asks for.</summary>
internal static class AssessmentOutput
{
    /// <summary>Writes it; false where it cannot be written, which has been said.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="data">What reports are to call the data; null where it has no name.</param>
    /// <param name="session">The run.</param>
    public static bool TryWrite(EvaluateRequest request, Assessment assessment, string? data, Session session)
    {
        TableStyle style = new(session.Terminal.Width, session.Terminal.Colours && request.Out is null, assessment.ListsAll);
        return ResultOutput.TryWrite(request.Out, session, stream => Write(request, assessment, (data, session.Words, style), stream));
    }

    /// <summary>What reports are to call the data that a caller names; null where it has no name.</summary>
    /// <param name="request">What is asked for.</param>
    public static string? NameOf(EvaluateRequest request) => request.Data != DataInput.StandardInput && DatabaseInput.FileOf(request.Data) is { } file ? SourcePaths.FromHere(file) : null;

    private static void Write(EvaluateRequest request, Assessment assessment, (string? Data, Words Words, TableStyle Style) look, Stream stream)
    {
        AssessmentComparison? comparison = request.Earlier is { } earlier ? AssessmentComparison.Between(earlier, RecordedAssessment.Of(assessment)) : null;
        ReportOptions options = new() { Language = look.Words.Language, MostListed = request.MostListed, Data = look.Data, Comparison = comparison };
        if (!request.IsWaiverList) (OutputFormats.Find(request.Format, options) ?? new TableReportWriter(look.Words, look.Style) { Comparison = comparison }).Write(assessment, stream);
        else if (request.Format == OutputFormats.Table) new WaiverListWriter(look.Words, look.Style).Write(assessment, stream);
        else JsonWaiverWriter.Write(assessment, stream);
    }
}
