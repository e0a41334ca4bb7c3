using System.Security.Cryptography;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>evaluate --shard</c>: judges a share of the schools and writes a part, which <c>merge</c> joins with the others.</summary>
internal static class ShardEvaluation
{
    private const string MappingName = "mapping.json";

    /// <summary>Judges a share.</summary>
    public static ExitCode Run(EvaluateRequest request, SchoolShard shard, Catalogue catalogue, ISnapshotSource source, Session session)
    {
        if (DataSources.Try(request, () => Survey(request, catalogue, source, session), session) is not { } read) return ExitCode.Data;
        DiagnosticPrinter.Print(session.Terminal.Error, read.IsValid ? [] : read.Diagnostics, session);
        if (!read.IsValid) return ExitCode.Data;
        using SurveyedData data = read.Value;
        DataNotices.Print(data.Data, data.Covers, session);
        string[] faults = [.. RequestCheck.AgainstData(request, data.Date, data.Data, data.SchoolIds, session.Words)];
        if (faults.Length > 0) return UsageFault.Print(session, EvaluateCommand.Name, faults);
        if (request.IsStrict && DataNotices.RefuseStrictly(data.Data, session)) return ExitCode.Data;
        ShardRequest asked = new(shard) { Options = request.Run, Reading = request.Reading, Source = AssessmentOutput.NameOf(request), Mapping = MappingOf(request, session) };
        return Write(request, Plan.For(catalogue, request.AsOf ?? data.Date!.Value), data, asked, session);
    }

    // The source itself: what is watched is always read as a whole.
    private static Checked<SurveyedData> Survey(EvaluateRequest request, Catalogue catalogue, ISnapshotSource source, Session session)
    {
        using (session.Watch.Begin(session.Words.Reading(request.Data))) return SurveyedData.Of(catalogue, (source as WatchedSource)?.Below ?? source, request.Reading, session.Cancellation);
    }

    private static ExitCode Write(EvaluateRequest request, Plan plan, SurveyedData data, ShardRequest asked, Session session)
    {
        using WorkStep step = session.Watch.Begin(session.Words.Judging, WorkUnit.Rows);
        try
        {
            bool isWritten = ResultOutput.TryWrite(request.Out, session, output => Judge(plan, data, asked with { Options = asked.Options with { Progress = step } }, output, session.Cancellation));
            return isWritten ? ExitCode.Success : ExitCode.Unexpected;
        }
        catch (UnreadableInputException error)
        {
            session.Complain(session.Words.CannotRead(request.Data, error.InnerException!));
            return ExitCode.Data;
        }
    }

    private static void Judge(Plan plan, SurveyedData data, ShardRequest asked, Stream output, CancellationToken cancellation)
    {
        WatchedOutput watched = new(output);
        try
        {
            plan.RunShard(data, asked, watched, cancellation);
        }
        catch (IOException error) when (!watched.IsBroken)
        {
            throw new UnreadableInputException(error);
        }
    }

    private static string? MappingOf(EvaluateRequest request, Session session) => request.Map is null or DataInput.StandardInput
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(SmallInput.Read(request.Map, MappingName, session).Bytes.Span));
}
