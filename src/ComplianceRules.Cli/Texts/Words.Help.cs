using System.Globalization;

namespace ComplianceRules.Cli.Texts;

/// <content>What <c>--help</c> says; the keys are <c>help.</c> and the names of the command and its part.</content>
internal sealed partial class Words
{
    private const string HelpPrefix = "help.";

    private static readonly string[] Variables = ["COMPLIANCE_RULES_LANG", "NO_COLOR", "FORCE_COLOR", "TERM"];

    // Cancellation and faults of the tool can come at any time.
    private static readonly int[] FirstThatHolds = [64, 3, 4, 1, 2, 0, 70, 130];

    public string HelpUsage => Say();

    public string HelpCommands => Say();

    public string HelpArguments => Say();

    public string HelpOptions => Say();

    public string HelpExitCodes => Say();

    public string HelpAllExitCodes => Say();

    public string HelpExamples => Say();

    public string HelpCommonOptions => Say();

    public string HelpVariables => Say();

    public string HelpOptionsMark => Say();

    public string HelpCommandMark => Say();

    public string HelpOfCommand(string tool) => Say([tool]);

    /// <summary>The heading over a group of options.</summary>
    public string HelpGroupOf(string group) => Say($"help.group.{group}");

    /// <summary>What an example of a command does.</summary>
    public string ExampleOf(string command, int number) => Say($"example.{command}.{Count(number)}");

    /// <summary>What all exit codes mean, whatever the command.</summary>
    public IEnumerable<(int Code, string Meaning)> AllExitCodesOf() => Enum.GetValues<ExitCode>().Select(code => ((int)code, Say($"exit.{Count((int)code)}")));

    /// <summary>The variables that the tool looks at, and what for.</summary>
    public IEnumerable<(string Name, string Meaning)> VariablesOf() =>
        Variables.Select(name => (name, Say($"variable.{name}")));

    /// <summary>What a command does; the tool itself where there is no command.</summary>
    public string HelpOf(string? command) => Say(HelpPrefix + (command ?? "tool"));

    /// <summary>What an option or argument of a command is for: its own text, else the one that all commands share.</summary>
    public string HelpOf(string? command, string part)
    {
        string own = $"{HelpPrefix}{command}.{part}";
        return Say(TextTable.Entries.ContainsKey(own) ? own : HelpPrefix + part);
    }

    /// <summary>The exit codes of a command and what they mean, in the order in which they are given.</summary>
    public IEnumerable<(int Code, string Meaning)> ExitCodesOf(string command)
    {
        string prefix = $"{HelpPrefix}{command}.exit.";
        return TextTable.Entries.Keys
            .Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
            .Select(k => (int.Parse(k[prefix.Length..], CultureInfo.InvariantCulture), Say(k)))
            .OrderBy(e => Array.IndexOf(FirstThatHolds, e.Item1));
    }
}
