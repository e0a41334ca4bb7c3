using System.CommandLine;
using ComplianceRules.Cases;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>test</c>: runs the cases that packs bring along.</summary>
internal static class TestCommand
{
    private const string Name = "test";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument packs = new("packs");
        Command command = new(Name) { packs };
        command.SetAction(parse => (int)Run(new OptionReader(parse, open(parse).Words).Needed(packs), open(parse)));
        return command;
    }

    private static ExitCode Run(string folder, Session session)
    {
        LoadedPacks loaded = LoadedPacks.Of(PackReader.ReadDirectory(folder));
        DiagnosticPrinter.Print(session.Terminal.Error, loaded.Diagnostics, session);
        if (loaded.Catalogue is null) return ExitCode.Packs;
        Checked<CaseReport> run = CaseRunner.Run(loaded.Catalogue, session.Cancellation);
        DiagnosticPrinter.Print(session.Terminal.Error, run.Diagnostics, session);
        if (!run.IsValid) return ExitCode.Packs;
        foreach (CaseResult result in run.Value.Results.Where(r => !r.Passed)) PrintFailure(result, session);
        session.Terminal.Out.WriteLine(session.Words.CaseCount(run.Value.Results.Length, run.Value.Failed));
        return run.Value.Failed > 0 ? ExitCode.Failed : ExitCode.Success;
    }

    private static void PrintFailure(CaseResult result, Session session)
    {
        TextWriter output = session.Terminal.Out;
        output.WriteLine(Printable.Of(session.Words.CaseFailed(result.Place.ToString(), result.Pack, result.Case)));
        foreach (LocalText failure in result.Failures) output.WriteLine($"    {Printable.Of(failure.In(session.Words.Language))}");
    }
}
