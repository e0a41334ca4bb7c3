using System.CommandLine;
using System.Globalization;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using Spectre.Console;

namespace ComplianceRules.Cli.Usage;

/// <summary>What <c>--help</c> prints: purpose, usage, examples, arguments, options, exit codes.</summary>
internal sealed class HelpPage
{
    private const int WidestName = 24;
    private const int MostUngrouped = 8;
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Code = new(foreground: Color.Teal);

    private readonly Page _page;
    private readonly Words _words;

    private HelpPage(Page page, Words words) => (_page, _words) = (page, words);

    /// <summary>Prints the help of a command, or of the tool as a whole.</summary>
    public static ExitCode Print(Session session, Command command, RootCommand root)
    {
        using Page page = new(session.Terminal.Out, session.Terminal.Width, session.Terminal.Colours);
        HelpPage help = new(page, session.Words);
        if (command is RootCommand) help.Draw(root);
        else help.Draw(command, root);
        return ExitCode.Success;
    }

    /// <summary>Prints what all exit codes mean.</summary>
    public static ExitCode PrintExitCodes(Session session)
    {
        using Page page = new(session.Terminal.Out, session.Terminal.Width, session.Terminal.Colours);
        new HelpPage(page, session.Words).Rows(ExitCodes(session.Words.AllExitCodesOf()));
        return ExitCode.Success;
    }

    private void Draw(RootCommand root)
    {
        _page.Line(_words.HelpOf(null));
        Head(_words.HelpUsage);
        _page.Line($"{CommandLine.ToolName} {_words.HelpCommandMark} {_words.HelpOptionsMark}", indent: 2);
        Section(_words.HelpCommands, root.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, _words.HelpOf(c.Name))));
        Section(_words.HelpOptions, root.Options.Select(o => (Label(o), _words.HelpOf(null, o.Name))));
        Examples(CommandExamples.Tool);
        Section(_words.HelpAllExitCodes, ExitCodes(_words.AllExitCodesOf()));
        Section(_words.HelpVariables, _words.VariablesOf());
        _page.Line();
        _page.Line(_words.HelpOfCommand(CommandLine.ToolName));
    }

    private void Draw(Command command, RootCommand root)
    {
        string name = command.Name;
        _page.Line(_words.HelpOf(name));
        Head(_words.HelpUsage);
        _page.Line(UsageLine(command), indent: 2);
        Examples(name);
        Section(_words.HelpArguments, command.Arguments.Select(a => ($"<{a.Name}>", _words.HelpOf(name, a.Name))));
        if (command.Options.Count <= MostUngrouped) Section(_words.HelpOptions, Described(name, command.Options));
        else foreach (string group in OptionGroup.All) Section(_words.HelpGroupOf(group), Described(name, command.Options.Where(o => OptionGroup.Of(o) == group)));
        Section(_words.HelpCommonOptions, Described(name, root.Options.Where(o => o.Recursive)));
        Section(_words.HelpExitCodes, ExitCodes(_words.ExitCodesOf(name)));
    }

    private IEnumerable<(string Name, string Text)> Described(string command, IEnumerable<Option> options) => options.Select(o => (Label(o), _words.HelpOf(command, o.Name)));

    private static IEnumerable<(string Name, string Text)> ExitCodes(IEnumerable<(int Code, string Meaning)> codes) =>
        codes.Select(e => (e.Code.ToString(CultureInfo.InvariantCulture), e.Meaning));

    private string UsageLine(Command command)
    {
        IEnumerable<string> arguments = command.Arguments.Select(a => a is OptionalArgument or ExpressionArgument ? $"[{a.Name}]" : $"<{a.Name}>");
        IEnumerable<string> needed = command.Options.OfType<ValueOption>().Where(o => o.IsNeeded).Select(Label);
        return string.Join(' ', [CommandLine.ToolName, command.Name, .. arguments, .. needed, _words.HelpOptionsMark]);
    }

    private static string Label(Option option)
    {
        string names = string.Join(", ", option.Aliases.Prepend(option.Name));
        return option is ValueOption ? $"{names} <{option.HelpName}>" : names;
    }

    private void Examples(string command)
    {
        IReadOnlyList<string> lines = CommandExamples.Of(command);
        if (lines.Count == 0) return;
        Head(_words.HelpExamples);
        for (int number = 0; number < lines.Count; number++)
        {
            _page.Line(_words.ExampleOf(command, number + 1), indent: 2);
            foreach (string line in Broken(lines[number], _page.Width - 6)) _page.Line(line, Code, indent: 4);
        }
    }

    // So that what is copied from a narrow screen is still one command.
    private static IEnumerable<string> Broken(string line, int columns)
    {
        string part = string.Empty;
        foreach (string word in line.Split(' '))
        {
            if (part.Length > 0 && part.Length + word.Length + 1 > columns)
            {
                yield return $"{part} \\";
                part = " ";
            }

            part += part.Length == 0 ? word : $" {word}";
        }

        yield return part;
    }

    private void Section(string title, IEnumerable<(string Name, string Text)> rows)
    {
        (string Name, string Text)[] all = [.. rows];
        if (all.Length == 0) return;
        Head(title);
        Rows(all);
    }

    private void Head(string title)
    {
        _page.Line();
        _page.Line(title, Bold);
    }

    private void Rows(IEnumerable<(string Name, string Text)> rows)
    {
        foreach ((string name, string text) in rows) _page.Row(name, text, indent: 2, WidestName);
    }
}
