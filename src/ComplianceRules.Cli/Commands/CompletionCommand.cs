using System.CommandLine;
using ComplianceRules.Cli.Completion;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>completion</c>: prints a script that teaches a shell to complete the tool's commands, options and values.</summary>
internal static class CompletionCommand
{
    private const string Name = "completion";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument shell = new("shell");
        return RequestCommand.Of(new Command(Name) { shell }, open, Read, Run);

        string Read(OptionReader options, Words words)
        {
            string asked = options.Needed(shell);
            if (!CompletionScripts.Shells.Contains(asked, StringComparer.Ordinal))
                options.Refuse(words.Guess(words.NotAChoice($"<{shell.Name}>", asked, CompletionScripts.Shells), NearestName.Of(asked, CompletionScripts.Shells)));
            return asked;
        }
    }

    private static ExitCode Run(string shell, Session session)
    {
        session.Terminal.Out.Write(CompletionScripts.Of(shell));
        return ExitCode.Success;
    }
}
