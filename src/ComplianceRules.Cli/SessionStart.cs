using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli;

/// <summary>Makes the session of a run from the options that every command has and from the machine.</summary>
/// <param name="common">The options.</param>
/// <param name="terminal">Where to write.</param>
/// <param name="surroundings">The machine.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class SessionStart(CommonOptions common, Terminal terminal, Surroundings surroundings, CancellationToken cancellation)
{
    private Session? _session;

    /// <summary>The session; one for the whole run.</summary>
    /// <param name="parse">What the caller wrote.</param>
    public Session Of(ParseResult parse) => _session ??= Open(parse);

    private Session Open(ParseResult parse)
    {
        string? colour = Last(parse, common.Colour);
        Terminal shown = terminal with
        {
            Colours = ColourChoice.Of(colour, surroundings, terminal.Colours),
            ErrorColours = ColourChoice.Of(colour, surroundings, terminal.ErrorColours),
        };
        Words words = new(LanguageChoice.Of(Last(parse, common.Language), surroundings));
        Verbosity verbosity = common.VerbosityOf(parse);
        Session bare = new(shown, words, cancellation) { Verbosity = verbosity, Watch = new WorkWatch(shown, words, surroundings.Time) };
        return bare with
        {
            Watch = new WorkWatch(shown, words, surroundings.Time)
            {
                IsShown = terminal.IsErrorScreen && verbosity != Verbosity.Quiet && !ColourChoice.IsDumb(surroundings),
                Told = verbosity == Verbosity.Verbose ? (what, took) => bare.Detail(words.StepTook(what, took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture))) : null,
            },
        };
    }

    private static string? Last(ParseResult parse, ValueOption option) => parse.GetResult(option) is { Tokens: [.., Token last] } ? last.Value : null;
}
