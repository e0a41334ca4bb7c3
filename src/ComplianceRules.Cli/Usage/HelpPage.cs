using System.CommandLine;
using System.Globalization;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using Spectre.Console;

namespace ComplianceRules.Cli.Usage;

/// <summary>What <c>--help</c> prints: purpose, usage, arguments, options, exit codes.</summary>
internal static class HelpPage
{
    private const int WidestName = 24;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static ExitCode Print(Session session, Command command, RootCommand root)
    {
        Terminal terminal = session.Terminal;
        Words words = session.Words;
        string? name = command is RootCommand ? null : command.Name;
        using Page page = new(terminal.Out, terminal.Width, terminal.Colours);
        page.Line(words.HelpOf(name));
        page.Line();
        page.Line(words.HelpUsage, Bold);
        page.Line(UsageLine(command, words), indent: 2);
        Section(page, words.HelpCommands, command.Subcommands.Select(c => (c.Name, words.HelpOf(c.Name))));
        Section(page, words.HelpArguments, command.Arguments.Select(a => ($"<{a.Name}>", words.HelpOf(name, a.Name))));
        Section(page, words.HelpOptions, Options(command, root).Select(o => (Label(o), words.HelpOf(name, o.Name))));
        if (name is not null) Section(page, words.HelpExitCodes, words.ExitCodesOf(name).Select(e => (e.Code.ToString(CultureInfo.InvariantCulture), e.Meaning)));
        return ExitCode.Success;
    }

    private static IEnumerable<Option> Options(Command command, RootCommand root) =>
        command is RootCommand ? root.Options : command.Options.Concat(root.Options.Where(o => o.Recursive));

    private static string UsageLine(Command command, Words words)
    {
        if (command is RootCommand) return $"{CommandLine.ToolName} {words.HelpCommandMark} {words.HelpOptionsMark}";
        IEnumerable<string> arguments = command.Arguments.Select(a => $"<{a.Name}>");
        IEnumerable<string> needed = command.Options.OfType<ValueOption>().Where(o => o.IsNeeded).Select(Label);
        return string.Join(' ', [CommandLine.ToolName, command.Name, .. arguments, .. needed, words.HelpOptionsMark]);
    }

    private static string Label(Option option)
    {
        string names = string.Join(", ", option.Aliases.Prepend(option.Name));
        return option is ValueOption ? $"{names} <{option.HelpName}>" : names;
    }

    private static void Section(Page page, string title, IEnumerable<(string Name, string Text)> rows)
    {
        (string Name, string Text)[] all = [.. rows];
        if (all.Length == 0) return;
        page.Line();
        page.Line(title, Bold);
        foreach ((string name, string text) in all) page.Row(name, text, indent: 2, WidestName);
    }
}
