using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using ComplianceRules.Cli.Commands;
using ComplianceRules.Cli.Completion;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli;

/// <summary>The <c>compliance-rules</c> tool.</summary>
internal static class Program
{
    private const int RedirectedWidth = 100;

    /// <summary>Runs the tool in this process; tests come in here.</summary>
    /// <param name="arguments">The words after the tool's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <param name="surroundings">The machine; null for one that says nothing of itself.</param>
    internal static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation, Surroundings? surroundings = null)
    {
        CommonOptions common = new();
        SessionStart start = new(common, terminal, surroundings ?? Surroundings.Silent, cancellation);
        CommandLine line = new(common, Commands(start.Of));
        ParseResult parse = line.Parse(arguments);
        Session session = start.Of(parse);
        if (CompletionWords.Of(arguments) is { } typed) return (int)Completer.Print(line, typed, session.Words, terminal);
        try
        {
            return (int)line.Run(parse, session);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            session.Complain(session.Words.Cancelled);
            return (int)ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            session.Complain(session.Words.Unexpected(error.GetType().Name, error.Message));
            if (session.Verbosity == Verbosity.Verbose) session.Terminal.Error.WriteLine(Printable.OfLines(error.ToString()));
            return (int)ExitCode.Unexpected;
        }
    }

    private static Command[] Commands(Func<ParseResult, Session> open) =>
    [
        EvaluateCommand.Create(open),
        MergeCommand.Create(open),
        CompareCommand.Create(open),
        ExplainCommand.Create(open),
        WaiversCommand.Create(open),
        MapCommand.Create(open),
        TemplateCommand.Create(open),
        ConvertCommand.Create(open),
        CheckCommand.Create(open),
        TimelineCommand.Create(open),
        ProveCommand.Create(open),
        WhatIfCommand.Create(open),
        DiffCommand.Create(open),
        TestCommand.Create(open),
        StatsCommand.Create(open),
        BookCommand.Create(open),
        PackCommand.Create(open),
        ExportCommand.Create(open),
        SqlCommand.Create(open),
        ImportCommand.Create(open),
        EvalCommand.Create(open),
        CompletionCommand.Create(open),
        HelpCommand.Create(open),
    ];

    private static int Main(string[] arguments)
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext signal)
        {
            // The second signal ends the process at once.
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using Stream input = Console.OpenStandardInput();
        using Stream output = Console.OpenStandardOutput();
        using Stream error = Console.OpenStandardError();
        (bool screen, bool errorScreen) = (!Console.IsOutputRedirected, !Console.IsErrorRedirected);
        Terminal terminal = new(output, error, screen ? Width() : RedirectedWidth, screen)
        {
            Input = input,
            ErrorWidth = errorScreen ? Width() : RedirectedWidth,
            IsScreen = screen,
            IsErrorScreen = errorScreen,
            ErrorColours = errorScreen,
        };
        return Run(arguments, terminal, stop.Token, Surroundings.Machine);
    }

    // Some screens say that they have no columns.
    private static int Width() => Console.WindowWidth is > 0 and int columns ? columns : RedirectedWidth;
}
