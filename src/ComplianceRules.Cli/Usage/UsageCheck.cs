using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Usage;

/// <summary>Finds what is wrong with any command line, whatever the command: names that are not there, values that are missing.</summary>
internal static class UsageCheck
{
    /// <summary>Every problem as a sentence; empty where the command may read its own options.</summary>
    public static ImmutableArray<string> Problems(ParseResult parse, Words words)
    {
        string[] unknown = [.. Unknown(parse)];
        string[] options = [.. unknown.Where(IsOptionName)];
        if (options.Length > 0) return [.. options.Select(n => words.Guess(words.UnknownOption(n), NearestName.Of(n, OptionNames(parse))))];
        if (parse.CommandResult.Command is RootCommand root) return [CommandProblem(unknown.FirstOrDefault(), root, words)];
        ImmutableArray<string> problems =
        [
            .. unknown.Select(words.UnexpectedArgument),
            .. Missing(parse, words),
            .. parse.CommandResult.Children.Concat(parse.RootCommandResult.Children).OfType<OptionResult>().Distinct().SelectMany(o => Problems(o, words)),
        ];
        return problems.IsEmpty ? [.. parse.Errors.Select(e => e.Message)] : problems;
    }

    private static string CommandProblem(string? name, RootCommand root, Words words) =>
        name is null ? words.CommandMissing : words.Guess(words.UnknownCommand(name), NearestName.Of(name, root.Subcommands.Select(c => c.Name)));

    // The parser hands an option it does not know to an argument that is still free.
    private static IEnumerable<string> Unknown(ParseResult parse) =>
        parse.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens.Select(t => t.Value).Where(a.Argument is ExpressionArgument ? ExpressionArgument.IsOptionName : IsOptionName))
            .Concat(parse.UnmatchedTokens);

    private static IEnumerable<string> Missing(ParseResult parse, Words words)
    {
        Command command = parse.CommandResult.Command;
        return command.Arguments.OfType<MainArgument>().Where(a => parse.GetValue(a) is null).Select(a => words.ArgumentMissing(a.Name))
            .Concat(command.Arguments.OfType<PartsArgument>().Where(a => parse.GetValue(a) is not { Length: > 0 }).Select(a => words.ArgumentMissing(a.Name)))
            .Concat(command.Options.OfType<ValueOption>().Where(o => o.IsNeeded && parse.GetResult(o) is null).Select(o => words.OptionMissing(o.Name)));
    }

    private static IEnumerable<string> Problems(OptionResult given, Words words)
    {
        string name = given.Option.Name;
        if (given.Implicit || given.Option is not ValueOption option) yield break;
        if (given.Tokens.Count < given.IdentifierTokenCount) yield return words.OptionNeedsValue(name);
        else if (given.IdentifierTokenCount > 1 && !option.IsRepeatable) yield return words.OptionGivenTwice(name);
    }

    private static IEnumerable<string> OptionNames(ParseResult parse) =>
        parse.CommandResult.Command.Options.Concat(parse.RootCommandResult.Command.Options.Where(o => o.Recursive)).Select(o => o.Name).Distinct(StringComparer.Ordinal);

    private static bool IsOptionName(string text) => text.Length > 1 && text[0] == '-';
}
