using System.CommandLine;
using ComplianceRules.Cli.Commands;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Completion;

/// <summary>Says what may stand at the place that is being typed: a candidate a line, with a tab and its description; then what files the shell may offer.</summary>
/// <param name="line">The tool.</param>
/// <param name="words">What is typed.</param>
/// <param name="texts">In which language candidates are described.</param>
internal sealed class Completer(CommandLine line, CompletionWords words, Words texts)
{
    /// <summary>The last line, where the shell may offer nothing of its own.</summary>
    public const string Nothing = ":nothing";

    /// <summary>The last line, where the shell may offer files.</summary>
    public const string Files = ":files";

    /// <summary>The last line, where the shell may offer folders.</summary>
    public const string Folders = ":folders";

    /// <summary>Prints the candidates. Nothing goes wrong aloud: nobody reads errors in the middle of typing.</summary>
    public static ExitCode Print(CommandLine line, CompletionWords words, Words texts, Terminal terminal)
    {
        (IEnumerable<Candidate> candidates, string others) = new Completer(line, words, texts).Find();
        foreach (Candidate candidate in candidates.Where(c => c.Value.StartsWith(words.Current, StringComparison.Ordinal)))
            terminal.Out.WriteLine(candidate.Description.Length == 0 ? words.Prefix + candidate.Value : $"{words.Prefix}{candidate.Value}\t{candidate.Description}");
        terminal.Out.WriteLine(others);
        return ExitCode.Success;
    }

    private (IEnumerable<Candidate> Candidates, string Others) Find()
    {
        Command? command = line.Root.Subcommands.FirstOrDefault(c => words.Before.Contains(c.Name));
        Option[] options = [.. (command?.Options ?? []).Concat(line.Root.Options.Where(o => command is null || o.Recursive))];
        if (words.Before is [.., string last] && options.FirstOrDefault(o => o.Name == last) is ValueOption asked) return Values(asked, command);
        if (words.Current.StartsWith('-')) return (options.Where(IsOpen).Select(o => new Candidate(o.Name, texts.HelpOf(command?.Name, o.Name))), words.Current == "-" ? Files : Nothing);
        if (command is null) return (line.Root.Subcommands.Select(c => new Candidate(c.Name, texts.HelpOf(c.Name))), Nothing);
        return Arguments(command, options);
    }

    private bool IsOpen(Option option) => !words.Before.Contains(option.Name) || option is ValueOption { IsRepeatable: true };

    private (IEnumerable<Candidate> Candidates, string Others) Arguments(Command command, Option[] options)
    {
        int given = Positions(command, options).Count;
        if (given >= command.Arguments.Count) return (options.Where(IsOpen).Select(o => new Candidate(o.Name, texts.HelpOf(command.Name, o.Name))), Nothing);
        return command.Arguments[given].Name switch
        {
            "shell" => (CompletionScripts.Shells.Select(s => new Candidate(s, string.Empty)), Nothing),
            "topic" => (HelpCommand.Topics(line.Root).Select(t => new Candidate(t, string.Empty)), Nothing),
            "expression" => ([], Nothing),
            "packs" or "path" or "old-packs" or "new-packs" => ([], Folders),
            _ => ([], Files),
        };
    }

    // The words that are neither options nor their values.
    private List<string> Positions(Command command, Option[] options)
    {
        List<string> positions = [];
        int start = words.Before.IndexOf(command.Name) + 1;
        for (int i = start; i < words.Before.Length; i++)
        {
            string word = words.Before[i];
            if (!word.StartsWith('-') || word == DataInput.StandardInput) positions.Add(word);
            else if (options.FirstOrDefault(o => o.Name == word) is ValueOption) i++;
        }

        return positions;
    }

    private (IEnumerable<Candidate> Candidates, string Others) Values(ValueOption option, Command? command)
    {
        string kind = option.HelpName ?? string.Empty;
        if (kind.Contains('|', StringComparison.Ordinal)) return (kind.Split('|').Select(v => new Candidate(v, string.Empty)), Nothing);
        if (kind is "dir") return ([], Folders);
        if (kind is "file" or "snapshot" or "path") return ([], Files);
        return (new PackNames(Packs(command), texts.Language).Of(option.Name), Nothing);
    }

    // Those of the line itself: what a pack is called, nobody else knows.
    private string? Packs(Command? command)
    {
        int option = words.Before.IndexOf("--packs");
        if (option >= 0 && option + 1 < words.Before.Length) return words.Before[option + 1];
        if (command is null || command.Arguments.FirstOrDefault()?.Name is not ("packs" or "path" or "old-packs")) return null;
        return Positions(command, [.. command.Options, .. line.Root.Options]).FirstOrDefault();
    }
}
