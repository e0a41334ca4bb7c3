using System.CommandLine;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli;

/// <summary>The tool as a whole: its commands and the options they share.</summary>
internal sealed class CommandLine
{
    public const string ToolName = "compliance-rules";

    public CommandLine(CommonOptions common, params IEnumerable<Command> commands)
    {
        Common = common;
        // The parser's own help, version and directives speak English only.
        Root.Options.Clear();
        Root.Directives.Clear();
        foreach (Option option in common.All) Root.Options.Add(option);
        foreach (Command command in commands) Root.Subcommands.Add(command);
    }

    public RootCommand Root { get; } = new();

    public CommonOptions Common { get; }

    public ParseResult Parse(IReadOnlyList<string> arguments) =>
        Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });

    /// <summary>Shows help or the version where they are asked for, refuses what cannot be understood, else runs the command.</summary>
    public ExitCode Run(ParseResult parse, Session session)
    {
        Command command = parse.CommandResult.Command;
        if (parse.GetValue(Common.Help)) return HelpPage.Print(session, command, Root);
        if (parse.GetValue(Common.Version)) return PrintVersion(session);
        string? name = command is RootCommand ? null : command.Name;
        OptionReader common = new(parse, session.Words);
        Common.Check(common);
        string[] problems = [.. UsageCheck.Problems(parse, session.Words), .. common.Problems];
        if (problems.Length > 0) return UsageFault.Print(session, name, problems);
        session.Cancellation.ThrowIfCancellationRequested();
        return (ExitCode)parse.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static ExitCode PrintVersion(Session session)
    {
        session.Terminal.Out.WriteLine(typeof(CommandLine).Assembly.GetName().Version?.ToString(3));
        return ExitCode.Success;
    }
}
