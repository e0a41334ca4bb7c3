using System.CommandLine;
using ComplianceRules.Cli.Texts;

namespace ComplianceRules.Cli.Usage;

/// <summary>Gives a command its action: read the options into a request, tell every fault of usage at once, and run only where there is none.</summary>
internal static class RequestCommand
{
    /// <summary>Completes a command.</summary>
    /// <param name="command">The command with its options.</param>
    /// <param name="open">Opens the session of a call.</param>
    /// <param name="read">Reads the options; faults go to the reader.</param>
    /// <param name="run">Does the work.</param>
    public static Command Of<TRequest>(Command command, Func<ParseResult, Session> open, Func<OptionReader, Words, TRequest> read, Func<TRequest, Session, ExitCode> run)
    {
        command.SetAction(parse =>
        {
            Session session = open(parse);
            OptionReader options = new(parse, session.Words);
            TRequest request = read(options, session.Words);
            return (int)(options.Problems.Count > 0 ? UsageFault.Print(session, command.Name, options.Problems) : run(request, session));
        });
        return command;
    }
}
