using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>evaluate</c>: judges a snapshot against packs.</summary>
internal static class EvaluateCommand
{
    private const string Name = "evaluate";
    private const int BufferSize = 1 << 16;

    public static Command Create(Func<ParseResult, Session> open)
    {
        EvaluateSyntax syntax = new();
        Command command = syntax.ToCommand(Name);
        command.SetAction(parse =>
        {
            Session session = open(parse);
            OptionReader options = new(parse, session.Words);
            EvaluateRequest request = syntax.Read(options, session.Words);
            return (int)(options.Problems.Count > 0 ? UsageFault.Print(session, Name, options.Problems) : Run(request, session));
        });
        return command;
    }

    private static ExitCode Run(EvaluateRequest request, Session session)
    {
        LoadedPacks packs = LoadedPacks.Of(PackReader.ReadDirectory(request.Packs));
        DiagnosticPrinter.Print(session.Terminal.Error, packs.Diagnostics, session);
        if (packs.Catalogue is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(request.Run, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        if (DataSources.Read(request, catalogue.Schema, session) is not { } snapshot) return ExitCode.Data;
        DataNotices.Print(snapshot, session);
        problems = [.. RequestCheck.AgainstData(request, snapshot, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        return request.IsStrict && DataNotices.RefuseStrictly(snapshot, session) ? ExitCode.Data : Judge(request, catalogue, snapshot, session);
    }

    private static ExitCode Judge(EvaluateRequest request, Catalogue catalogue, Snapshot snapshot, Session session)
    {
        DateOnly asOf = request.AsOf ?? snapshot.Date ?? throw new InvalidOperationException("the day was not checked");
        Assessment assessment = Plan.For(catalogue, asOf).Run(snapshot, request.Run, session.Cancellation);
        if (assessment.Counts.Total == 0) session.Complain(session.Words.NothingJudged);
        try
        {
            Write(assessment, request, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(request.Out ?? "-", session.Words.Of(error)));
            return ExitCode.Unexpected;
        }

        return Outcome.Of(assessment, request.FailOn);
    }

    private static void Write(Assessment assessment, EvaluateRequest request, Session session)
    {
        Terminal terminal = session.Terminal;
        TableStyle style = new(terminal.Width, terminal.Colours && request.Out is null, request.Run.IncludeAll);
        IReportWriter writer = OutputFormats.Find(request.Format) ?? new TableReportWriter(session.Words, style);
        if (request.Out is not null)
        {
            OutputFile.Write(request.Out, stream => writer.Write(assessment, stream));
            return;
        }

        BufferedStream buffer = new(terminal.Output, BufferSize);
        writer.Write(assessment, buffer);
        buffer.Flush();
    }
}
