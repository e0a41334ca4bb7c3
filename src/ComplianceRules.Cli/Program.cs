using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using ComplianceRules.Cli.Commands;
using ComplianceRules.Cli.Texts;
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
    internal static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation)
    {
        CommonOptions common = new();
        Session Open(ParseResult parse) => new(terminal, new Words(common.LanguageOf(parse)), cancellation);
        CommandLine line = new(
            common,
            EvaluateCommand.Create(Open),
            CompareCommand.Create(Open),
            ExplainCommand.Create(Open),
            WaiversCommand.Create(Open),
            MapCommand.Create(Open),
            TemplateCommand.Create(Open),
            ConvertCommand.Create(Open),
            CheckCommand.Create(Open),
            TimelineCommand.Create(Open),
            ProveCommand.Create(Open),
            WhatIfCommand.Create(Open),
            DiffCommand.Create(Open),
            TestCommand.Create(Open),
            StatsCommand.Create(Open),
            BookCommand.Create(Open),
            EvalCommand.Create(Open));
        ParseResult parse = line.Parse(arguments);
        Session session = Open(parse);
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
            return (int)ExitCode.Unexpected;
        }
    }

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
        bool screen = !Console.IsOutputRedirected;
        return Run(arguments, new Terminal(output, error, screen ? Console.WindowWidth : RedirectedWidth, screen) { Input = input }, stop.Token);
    }
}
