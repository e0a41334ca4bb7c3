using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Analysis;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>merge</c>: joins the parts that <c>evaluate --shard</c> wrote, and reports as <c>evaluate</c> does.</summary>
internal static class MergeCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "merge";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MergeSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(MergeRequest request, Session session)
    {
        EvaluateRequest report = request.Report;
        if (OutputFormats.IsBinary(report.Format) && report.Out is null && session.Terminal.IsScreen) return UsageFault.Print(session, Name, session.Words.BytesToScreen(report.Format));
        if (LoadedPacks.In(report.Packs, session) is not { } catalogue) return ExitCode.Packs;
        if (WaiverInput.Read(report, catalogue, session) is not { } asked) return ExitCode.Packs;
        if (!EvaluateCommand.TryReadEarlier(report, session, out RecordedAssessment? earlier)) return ExitCode.Data;
        using PartInput parts = new(request.Parts);
        return parts.Read(catalogue, asked.Waivers, session) is { } merge ? Report(report with { Earlier = earlier, Run = merge.Options }, merge, session) : ExitCode.Data;
    }

    private static ExitCode Report(EvaluateRequest request, ShardMerge merge, Session session)
    {
        if (request.Run.IncludePersonal && !OutputFormats.ListsPersons(request.Format)) return UsageFault.Print(session, Name, session.Words.PersonalInTable);
        if (request.Format == OutputFormats.Lines) return Lines(request, merge, session);
        Assessment assessment = Judged(merge, request.Format == OutputFormats.Page, session);
        return AssessmentOutput.TryWrite(request, assessment, merge.Source, session) ? Outcome.Of(assessment, request.FailOn) : ExitCode.Unexpected;
    }

    private static Assessment Judged(ShardMerge merge, bool overview, Session session)
    {
        Assessment assessment;
        using (session.Watch.Begin(session.Words.Judging)) assessment = merge.Run(overview, session.Cancellation);
        JudgedNotices.Print(assessment, session);
        return assessment;
    }

    private static ExitCode Lines(EvaluateRequest request, ShardMerge merge, Session session)
    {
        Assessment assessment = merge.Run(overview: false, session.Cancellation);
        bool isWritten = ResultOutput.TryWrite(request.Out, session, output =>
        {
            using NdjsonFindingWriter lines = new(output, request.Run.IncludePersonal);
            lines.Take(assessment.Findings);
            lines.End(assessment with { Subjects = null });
        });
        if (!isWritten) return ExitCode.Unexpected;
        if (assessment.Counts.Total == 0) session.Complain(session.Words.NothingJudged);
        return Outcome.Of(assessment, request.FailOn);
    }
}
