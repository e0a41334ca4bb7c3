using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>convert</c>: reads data once and for all, into a column file.</summary>
internal static class ConvertCommand
{
    private const string Name = "convert";

    public static Command Create(Func<ParseResult, Session> open)
    {
        ConvertSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(ConvertRequest request, Session session)
    {
        EvaluateRequest asked = request.Data;
        if (request.Out == DataInput.StandardOutput && session.Terminal.IsScreen) return UsageFault.Print(session, Name, session.Words.BytesToScreen(DataInput.ColumnFileEnding));
        if (LoadedPacks.In(asked.Packs, session) is not { } catalogue) return ExitCode.Packs;
        if (DataSources.Open(asked, catalogue.Schema, session) is not { } source) return ExitCode.Data;
        if (DataSources.Try(asked, () => DataRead.Of(source.Read(catalogue.Schema, asked.Reading, session.Cancellation)), session) is not { } data) return ExitCode.Data;
        if (data.Snapshot is not { } snapshot)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, data.Problems, session);
            return ExitCode.Data;
        }

        DataNotices.Print(snapshot, session);
        // Regions are settled when the file is made, so nobody could give them later.
        if (snapshot.Data.SchoolsWithoutRegion is > 0 and int homeless) return UsageFault.Print(session, Name, session.Words.SchoolsWithoutRegion(homeless));
        if (asked.IsStrict && DataNotices.RefuseStrictly(snapshot, session)) return ExitCode.Data;
        session.Cancellation.ThrowIfCancellationRequested();
        return Write(snapshot, request.Out, session);
    }

    private static ExitCode Write(Snapshot snapshot, string path, Session session)
    {
        try
        {
            using WorkStep step = session.Watch.Begin(session.Words.Writing(path));
            if (path == DataInput.StandardOutput) ColumnFileWriter.Write(snapshot, session.Terminal.Output, session.Cancellation);
            else if (OutputFile.IsDevice(path)) OutputFile.Write(path, stream => ColumnFileWriter.Write(snapshot, stream, session.Cancellation));
            else ColumnFileWriter.Write(snapshot, path, session.Cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(path, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }

        session.Notice(session.Words.Converted(snapshot.Tables.Sum(t => (long)t.Count), path));
        return ExitCode.Success;
    }
}
