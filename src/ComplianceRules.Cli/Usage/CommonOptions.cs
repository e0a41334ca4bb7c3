using System.CommandLine;
using System.CommandLine.Parsing;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Usage;

/// <summary>The options that every command has.</summary>
internal sealed class CommonOptions
{
    public const string Chinese = "zh";
    public const string English = "en";

    public ValueOption Language { get; } = new("--lang", $"{Chinese}|{English}") { Recursive = true };

    public FlagOption Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    public FlagOption Version { get; } = new("--version");

    /// <summary>The language asked for; English where none is, or none that there is.</summary>
    public TextLanguage LanguageOf(ParseResult parse) =>
        parse.GetResult(Language) is { Tokens: [.., Token last] } && last.Value == Chinese ? TextLanguage.Chinese : TextLanguage.English;
}
