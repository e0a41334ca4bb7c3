using System.CommandLine;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>evaluate</c>: judges a snapshot against packs.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "evaluate";

    public static Command Create(Func<ParseResult, Session> open)
    {
        EvaluateSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    /// <summary>Judges a snapshot, and reports on it or on its waivers alone.</summary>
    internal static ExitCode Run(EvaluateRequest request, Session session)
    {
        if (OutputFormats.IsBinary(request.Format) && request.Out is null && session.Terminal.IsScreen) return UsageFault.Print(session, NameOf(request), session.Words.BytesToScreen(request.Format));
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(request.Run, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, NameOf(request), problems);
        if (request.InDatabase is not null) return DatabaseEvaluation.Run(request, catalogue, session);
        if (WaiverInput.Read(request, catalogue, session) is not { } asked) return ExitCode.Packs;
        if (!TryReadEarlier(request, session, out RecordedAssessment? earlier)) return ExitCode.Data;
        request = request with { Run = asked, Earlier = earlier };
        if (DataSources.Open(request, catalogue.Schema, session) is not { } source) return ExitCode.Data;
        if (request.Shard is { } shard) return ShardEvaluation.Run(request, shard, catalogue, source, session);
        if (StreamedEvaluation.Fits(request)) return StreamedEvaluation.Run(request, catalogue, source, session);
        ProblemFile? marked = ProblemFile.Of(request, source, session.Words);
        if (DataSources.Try(request, () => marked?.Problems(session.Words).ToArray() ?? [], session) is not { } faults) return ExitCode.Data;
        if (faults.Length > 0) return UsageFault.Print(session, NameOf(request), faults);
        if (DataSources.Try(request, () => DataRead.Of(source.Read(catalogue.Schema, request.Reading, session.Cancellation)), session) is not { } data) return ExitCode.Data;
        if (data.Snapshot is null) DiagnosticPrinter.Print(session.Terminal.Error, data.Problems, session);
        else DataNotices.Print(data.Snapshot, session);
        if (marked?.Write(data, session) == false) return ExitCode.Unexpected;
        return data.Snapshot is { } snapshot ? Judge(request, catalogue, snapshot, data, session) : Refuse(request, data, session);
    }

    /// <summary>Reads the earlier assessment that a caller names, if any; false where it cannot be used, which has been said.</summary>
    internal static bool TryReadEarlier(EvaluateRequest request, Session session, out RecordedAssessment? earlier)
    {
        earlier = request.CompareWith is { } path ? AssessmentInput.Read(path, session, out _) : null;
        return earlier is not null || request.CompareWith is null;
    }

    private static ExitCode Judge(EvaluateRequest request, Catalogue catalogue, Snapshot snapshot, DataRead data, Session session)
    {
        string[] problems = [.. RequestCheck.AgainstData(request, snapshot, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, NameOf(request), problems);
        if (request.IsStrict && DataNotices.RefuseStrictly(snapshot, session)) return Refuse(request, data, session);
        return request.Previous is null ? Judge(request, catalogue, snapshot, session) : Compare(request, catalogue, snapshot, session);
    }

    /// <summary>Judges a snapshot beside an earlier one.</summary>
    private static ExitCode Compare(EvaluateRequest request, Catalogue catalogue, Snapshot snapshot, Session session)
    {
        if (EarlierData.Read(request, catalogue.Schema, snapshot, session) is not { } read) return ExitCode.Data;
        return read.Snapshot is { } earlier && !(request.IsStrict && DataNotices.RefuseStrictly(earlier, session))
            ? Judge(request with { Run = request.Run with { Previous = earlier } }, catalogue, snapshot, session)
            : Refuse(request, read, session);
    }

    /// <summary>Gives programs the problems where people would get nothing, in the place of the report.</summary>
    private static ExitCode Refuse(EvaluateRequest request, DataRead data, Session session) =>
        !OutputFormats.TellsProblems(request.Format) || ResultOutput.TryWrite(request.Out, session, stream => RefusalOutput.Write(data.Problems, request.Format, session.Words, stream))
            ? ExitCode.Data
            : ExitCode.Unexpected;

    private static ExitCode Judge(EvaluateRequest request, Catalogue catalogue, Snapshot snapshot, Session session)
    {
        DateOnly asOf = request.AsOf ?? snapshot.Date ?? throw new InvalidOperationException("the day was not checked");
        Assessment assessment = Watched(Plan.For(catalogue, asOf), snapshot, request.Run, session);
        if (!AssessmentOutput.TryWrite(request, assessment, AssessmentOutput.NameOf(request), session)) return ExitCode.Unexpected;
        return request.IsWaiverList ? Outcome.OfWaivers(assessment) : Outcome.Of(assessment, request.FailOn);
    }

    private static Assessment Watched(Plan plan, Snapshot snapshot, RunOptions options, Session session)
    {
        using WorkStep step = session.Watch.Begin(session.Words.Judging, WorkUnit.Rows);
        Assessment assessment = plan.Run(snapshot, options with { Progress = step }, session.Cancellation);
        step.Dispose();
        JudgedNotices.Print(assessment, session);
        return assessment;
    }

    private static string NameOf(EvaluateRequest request) => request.IsWaiverList ? WaiversCommand.Name : Name;
}
