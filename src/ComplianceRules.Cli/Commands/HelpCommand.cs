using System.CommandLine;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>help</c>: what <c>--help</c> prints, for those who ask for it so, and what exit codes mean.</summary>
internal static class HelpCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "help";

    /// <summary>The topic that is no command.</summary>
    public const string ExitCodes = "exit-codes";

    public static Command Create(Func<ParseResult, Session> open)
    {
        OptionalArgument topic = new("topic");
        Command command = new(Name) { topic };
        command.SetAction(parse => (int)Run(parse.GetValue(topic), (RootCommand)parse.RootCommandResult.Command, open(parse)));
        return command;
    }

    /// <summary>What one may ask for.</summary>
    public static IEnumerable<string> Topics(RootCommand root) => root.Subcommands.Select(c => c.Name).Append(ExitCodes);

    private static ExitCode Run(string? topic, RootCommand root, Session session)
    {
        if (topic is null) return HelpPage.Print(session, root, root);
        if (topic == ExitCodes) return HelpPage.PrintExitCodes(session);
        if (root.Subcommands.FirstOrDefault(c => c.Name == topic) is { } command) return HelpPage.Print(session, command, root);
        Words words = session.Words;
        return UsageFault.Print(session, null, words.Guess(words.UnknownTopic(topic), NearestName.Of(topic, Topics(root))));
    }
}
