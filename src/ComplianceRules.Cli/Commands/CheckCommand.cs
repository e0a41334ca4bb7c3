using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>check</c>: every problem of some packs, in file order.</summary>
internal static class CheckCommand
{
    private const string Name = "check";
    private const string Json = "json";
    private const string Text = "text";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("path");
        ValueOption packs = new("--packs", "dir");
        ValueOption format = new("--format", $"{Text}|{Json}|{OutputFormats.Sarif}");
        FlagOption strict = new("--warnings-as-errors");
        FlagOption deep = new("--deep");
        Command command = new(Name) { path, packs, format, deep, strict };
        command.SetAction(parse =>
        {
            Session session = open(parse);
            OptionReader options = new(parse, session.Words);
            string shape = options.Choice(format, Text, Text, Json, OutputFormats.Sarif);
            if (options.Problems.Count > 0) return (int)UsageFault.Print(session, Name, options.Problems);
            LoadedPacks loaded = LoadedPacks.In(new PackPath(options.Needed(path)), options.Text(packs), session);
            if (options.Flag(deep)) loaded = Analysed(loaded, session);
            if (shape == OutputFormats.Sarif) SarifDiagnosticWriter.Write(loaded.Diagnostics.Select(SourcePaths.FromHere), Name, session.Words.Language, session.Terminal.Output);
            else if (shape == Json) DiagnosticJson.Write(loaded.Diagnostics, session.Terminal.Output);
            else Print(loaded, session);
            return (int)Outcome(loaded, options.Flag(strict));
        });
        return command;
    }

    /// <summary>The exit code: warnings are allowed unless the caller counts them as errors.</summary>
    internal static ExitCode Outcome(LoadedPacks loaded, bool warningsAsErrors) =>
        loaded.Catalogue is null || (warningsAsErrors && !loaded.Diagnostics.IsEmpty) ? ExitCode.Packs : ExitCode.Success;

    private static LoadedPacks Analysed(LoadedPacks loaded, Session session)
    {
        using (session.Watch.Begin(session.Words.Analysing)) return loaded.Analysed();
    }

    private static void Print(LoadedPacks loaded, Session session)
    {
        Terminal terminal = session.Terminal;
        DiagnosticPrinter.Print(terminal.Out, loaded.Diagnostics, session);
        int errors = loaded.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        terminal.Out.WriteLine(session.Words.CheckCount(errors, loaded.Diagnostics.Length - errors));
    }
}
