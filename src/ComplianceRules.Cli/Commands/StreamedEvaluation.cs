using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>evaluate</c> as JSON lines: findings are written while data is read, so that memory does not grow with the data.</summary>
internal static class StreamedEvaluation
{
    /// <summary>Whether what is asked for can be told without the facts in memory: a copy with the problems marked needs all of them, and so does a comparison with earlier data.</summary>
    public static bool Fits(EvaluateRequest request) => request is { Format: OutputFormats.Lines, IsWaiverList: false, Previous: null, Problems: null };

    /// <summary>Judges a source.</summary>
    public static ExitCode Run(EvaluateRequest request, Catalogue catalogue, ISnapshotSource source, Session session)
    {
        if (DataSources.Try(request, () => SurveyedData.Of(catalogue, source, request.Reading, session.Cancellation), session) is not { } read) return ExitCode.Data;
        if (!read.IsValid)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, read.Diagnostics, session);
            return Refuse(request, [.. read.Diagnostics], session);
        }

        using SurveyedData data = read.Value;
        DataNotices.Print(data.Data, data.Covers, session);
        string[] faults = [.. RequestCheck.AgainstData(request, data.Date, data.Data, data.SchoolIds, session.Words)];
        if (faults.Length > 0) return UsageFault.Print(session, EvaluateCommand.Name, faults);
        if (request.IsStrict && DataNotices.RefuseStrictly(data.Data, session)) return Refuse(request, [.. data.Data.Skipped, .. data.Data.Issues], session);
        return Judge(request, Plan.For(catalogue, request.AsOf ?? data.Date!.Value), data, session);
    }

    private static ExitCode Judge(EvaluateRequest request, Plan plan, SurveyedData data, Session session)
    {
        Assessment? assessment = null;
        try
        {
            if (!ResultOutput.TryWrite(request.Out, session, output => assessment = Write(request, plan, data, output, session.Cancellation))) return ExitCode.Unexpected;
        }
        catch (UnreadableInputException error)
        {
            session.Complain(session.Words.CannotRead(new DataInput(request.Data, request.InputName, session.Terminal.Input).Name, error.InnerException!));
            return ExitCode.Data;
        }

        if (assessment!.Counts.Total == 0) session.Complain(session.Words.NothingJudged);
        return Outcome.Of(assessment, request.FailOn);
    }

    private static Assessment Write(EvaluateRequest request, Plan plan, SurveyedData data, Stream output, CancellationToken cancellation)
    {
        using NdjsonFindingWriter lines = new(output, request.Run.IncludePersonal);
        WatchedSink sink = new(lines);
        Assessment assessment;
        try
        {
            assessment = plan.Run(data, sink, request.Run, request.Reading, cancellation);
        }
        catch (IOException error) when (!sink.IsBroken)
        {
            throw new UnreadableInputException(error);
        }

        lines.End(assessment);
        return assessment;
    }

    private static ExitCode Refuse(EvaluateRequest request, Diagnostic[] problems, Session session) =>
        ResultOutput.TryWrite(request.Out, session, stream => RefusalOutput.Write(problems, request.Format, session.Words, stream)) ? ExitCode.Data : ExitCode.Unexpected;
}
