using System.CommandLine;
using ComplianceRules.Cases;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>test</c>: runs the cases that packs bring along, and says what they do not show.</summary>
internal static class TestCommand
{
    private const string Name = "test";
    private const string Json = "json";
    private const string Text = "text";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument packs = new("packs");
        ValueOption format = new("--format", $"{Text}|{Json}|{OutputFormats.JUnit}");
        Command command = new(Name) { packs, format };
        command.SetAction(parse =>
        {
            Session session = open(parse);
            OptionReader options = new(parse, session.Words);
            string shape = options.Choice(format, Text, Text, Json, OutputFormats.JUnit);
            if (options.Problems.Count > 0) return (int)UsageFault.Print(session, Name, options.Problems);
            return (int)Run(new PackPath(options.Needed(packs)), shape, session);
        });
        return command;
    }

    private static ExitCode Run(PackPath path, string shape, Session session)
    {
        LoadedPacks loaded = LoadedPacks.In(path, null, session);
        loaded.Tell(session);
        if (loaded.Catalogue is null) return ExitCode.Packs;
        Checked<CaseReport> run = RunCases(loaded.Catalogue, path, session);
        DiagnosticPrinter.Print(session.Terminal.Error, run.Diagnostics, session);
        if (!run.IsValid) return ExitCode.Packs;
        if (shape == OutputFormats.JUnit) JUnitTestWriter.Write(run.Value, session.Words.Language, session.Terminal.Output);
        else if (shape == Json) JsonTestWriter.Write(run.Value, session.Terminal.Output);
        else CaseLines.Write(run.Value, session);
        return run.Value is { Failed: 0, Coverage.IsComplete: true } ? ExitCode.Success : ExitCode.Failed;
    }

    private static Checked<CaseReport> RunCases(Catalogue catalogue, PackPath path, Session session)
    {
        using (session.Watch.Begin(session.Words.RunningCases)) return CaseRunner.Run(catalogue, path.Own(catalogue), session.Cancellation);
    }
}
