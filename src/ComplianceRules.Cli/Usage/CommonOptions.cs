using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>The options that every command has.</summary>
internal sealed class CommonOptions
{
    public const string Chinese = "zh";
    public const string English = "en";
    public const string Auto = "auto";
    public const string Always = "always";
    public const string Never = "never";

    public ValueOption Language { get; } = new("--lang", $"{Chinese}|{English}") { Recursive = true };

    public ValueOption Colour { get; } = new("--color", $"{Auto}|{Always}|{Never}") { Recursive = true };

    public FlagOption Quiet { get; } = new("--quiet", "-q") { Recursive = true };

    public FlagOption Verbose { get; } = new("--verbose", "-v") { Recursive = true };

    public FlagOption Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    public FlagOption Version { get; } = new("--version");

    /// <summary>All of them, in the order of help.</summary>
    public IEnumerable<Option> All => [Language, Colour, Quiet, Verbose, Help, Version];

    /// <summary>What speaks against them, whatever the command; goes to the reader.</summary>
    public void Check(OptionReader options)
    {
        options.Choice(Language, English, Chinese, English);
        options.Choice(Colour, Auto, Auto, Always, Never);
        if (options.Flag(Quiet) && options.Flag(Verbose)) options.Refuse(options.Words.QuietAndVerbose);
    }

    /// <summary>How much is to be said; what is wrong is told by <see cref="Check"/>.</summary>
    public Verbosity VerbosityOf(ParseResult parse) => parse.GetValue(Verbose) ? Verbosity.Verbose : parse.GetValue(Quiet) ? Verbosity.Quiet : Verbosity.Normal;
}
